//! Leaves out of a scenario what some faults do not need.

use super::Scenario;
use crate::ledger::Fault;
use crate::link::LinkParameters;
use crate::network::Name;
use crate::scenario::Occurrence;

impl Scenario {
    /// The scenario with just these faults: without the happenings that are not among them, and
    /// without the stages of links that commit none of them.
    #[must_use]
    pub fn pruned_to(&self, faults: &[Fault]) -> Scenario {
        let mut scenario = self.clone();
        scenario.faults = Some(scenario.keep_happenings(faults));
        let named = faults.iter().filter_map(|fault| match fault {
            Fault::Packet(fault) => Some(fault.stage.clone()),
            Fault::Happening(_) => None,
        });
        let named: Vec<Name> = named.collect();
        for host in [&mut scenario.caller, &mut scenario.called] {
            for interface in &mut host.interfaces {
                keep_stages(&mut interface.up, &named);
                keep_stages(&mut interface.down, &named);
            }
        }
        for happening in &mut scenario.happenings {
            if let Occurrence::Link { up, down, .. } = &mut happening.does {
                for chain in [up, down].into_iter().flatten() {
                    keep_stages(chain, &named);
                }
            }
        }
        scenario
    }

    /// Takes out the happenings that are faults and not wanted. The faults, with the places that
    /// happenings have now.
    fn keep_happenings(&mut self, faults: &[Fault]) -> Vec<Fault> {
        let mut places = Vec::new();
        let mut place = 0;
        self.happenings.retain(|happening| {
            let is_kept = !happening.does.is_fault() || faults.contains(&Fault::Happening(place));
            places.push(is_kept);
            place += 1;
            is_kept
        });
        let moved = |place: usize| places.iter().take(place).filter(|is_kept| **is_kept).count();
        let moved = |fault: &Fault| match fault {
            Fault::Happening(place) => Fault::Happening(moved(*place)),
            fault => fault.clone(),
        };
        faults.iter().map(moved).collect()
    }
}

/// Takes out the stages that commit faults and are not named. Those that stay keep their names.
fn keep_stages(chain: &mut Vec<LinkParameters>, named: &[Name]) {
    let names = LinkParameters::names(chain);
    let mut names = names.into_iter();
    chain.retain_mut(|stage| {
        let name = names.next();
        let is_kept = !stage.model.is_fault() || name.as_ref().is_some_and(|n| named.contains(n));
        if stage.model.is_fault() {
            stage.name = name;
        }
        is_kept
    });
}

#[cfg(test)]
mod tests {
    use crate::ledger::Fault;
    use crate::link::Loss;
    use crate::quantity::Span;
    use crate::run::run;
    use crate::scenario::{Occurrence, Scenario, Side};
    use crate::simulation::RunOptions;

    fn outage(millis: u64) -> Occurrence {
        Occurrence::SignalingOutage { lasts: Span::millis(millis) }
    }

    #[test]
    fn a_pruned_scenario_makes_the_same_run() {
        let scenario = Scenario::call()
            .link(Loss::percent(1))
            .link(Loss::percent(4))
            .at(Span::secs(1), outage(100))
            .at(Span::secs(2), outage(200));
        let all = scenario.run(5).ledger;
        let is_wanted = |fault: &&Fault| match fault {
            Fault::Happening(place) => *place == 1,
            Fault::Packet(fault) => fault.stage.as_str() == "loss-2",
        };
        let faults: Vec<Fault> = all.faults().iter().filter(is_wanted).cloned().collect();
        let pruned = scenario.pruned_to(&faults);
        assert_eq!(pruned.happenings.len(), 1);
        assert_eq!(pruned.caller.interfaces[0].up.len(), 2);
        assert_eq!(pruned.host(Side::Called).interfaces[0].up.len(), 2);
        let options = RunOptions { faults: Some(faults), ..RunOptions::default() };
        let expected = run(&scenario, 5, &options).trace.hash();
        assert_eq!(pruned.run(5).trace.hash(), expected);
    }
}
