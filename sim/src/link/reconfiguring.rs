//! Another chain for a pipe at work.

use super::stage::Stage;
use super::state::State;
use super::travel::Travel;
use super::{LinkParameters, Pipe, Script};
use crate::network::Name;

impl Pipe {
    /// Runs this chain from now on.
    ///
    /// A stage that keeps its name keeps its state and its draws: a queue goes on at its new rate.
    /// What has been decided stays decided: packets already queued or late leave when they would
    /// have, and those of a stage that is gone go on behind its place.
    pub fn reconfigure(&mut self, chain: &[LinkParameters]) {
        let mut old: Vec<_> = std::mem::take(&mut self.stages).into_iter().map(Some).collect();
        let order: Vec<u16> = old.iter().flatten().map(|stage| stage.number).collect();
        for (name, parameters) in LinkParameters::names(chain).into_iter().zip(chain) {
            let stays = |stage: &mut Stage| stage.is(&name, parameters);
            let kept = old.iter_mut().find_map(|place| place.take_if(stays));
            let stage = match kept {
                Some(mut stage) => {
                    stage.change(parameters.clone());
                    stage
                }
                None => self.stage(name, parameters.clone()),
            };
            self.stages.push(stage);
        }
        for (index, stage) in old.into_iter().enumerate() {
            if let Some(stage) = stage {
                self.retire(stage, &order[..index]);
            }
        }
        self.add_entrance();
    }

    /// Tells a scripted pipe, before its first packet, that it will be given this chain later: the
    /// faults of its stages wait for them, and are not committed where packets enter.
    pub fn expect(&mut self, later: &[LinkParameters]) {
        self.expected.extend(LinkParameters::names(later));
        let expected = &self.expected;
        self.stages.retain(|stage| !stage.is_entrance || !expected.contains(&stage.name));
    }

    /// Keeps a stage that has left the chain for as long as packets are bound to it, behind the last
    /// of those that stood before it and still do: what they did is not done again.
    fn retire(&mut self, mut stage: Stage, before: &[u16]) {
        let is_busy = matches!(&stage.state, State::CoDel(queue) if !queue.is_empty());
        if !is_busy && !self.shelf.has_for(stage.number) {
            return;
        }
        stage.is_retired = true;
        let standing = before.iter().map(|number| self.position(*number));
        let last = standing.filter(|place| *place < self.stages.len()).max();
        self.stages.insert(last.map_or(0, |place| place + 1), stage);
    }

    /// In a scripted run, puts a stage before all others for each that only the script has.
    pub(super) fn add_entrance(&mut self) {
        let Some(script) = &self.script else { return };
        let takes = |stage: &Stage, name: &Name| {
            stage.name == *name && !stage.is_retired && stage.parameters.model.is_fault()
        };
        let mut missing: Vec<Name> = Vec::new();
        for fault in script {
            let is_known = self.stages.iter().any(|stage| takes(stage, &fault.stage));
            let is_expected = self.expected.contains(&fault.stage);
            if !is_known && !is_expected && !missing.contains(&fault.stage) {
                missing.push(fault.stage.clone());
            }
        }
        for (index, name) in missing.into_iter().enumerate() {
            // Numbers from the other end, so that those of the chain are as without a script.
            let number = Travel::OUT - 1 - index as u16;
            let mut stage = self.stage_of_number(number, name, Script {}.into());
            stage.is_entrance = true;
            self.stages.insert(index, stage);
        }
    }
}
