//! One direction of a link.

use roomrtc_core::base::{Seed, Time};

use super::shelf::Shelf;
use super::stage::Stage;
use super::stage_script::StageScript;
use super::travel::Travel;
use super::{Counters, LinkParameters, Onward, QueueDepth, Ticket};
use crate::ledger::{Fault, Ledger, PacketFault};
use crate::network::{Name, Packet};

/// One direction of a link: a chain of models at work.
///
/// Whoever drives it offers packets and resumes it when it asks for that, both in the order of
/// time, and of asking where times are equal. What comes out is appended to the caller's list. A stage that needs packets in
/// their true order asks to be resumed when they come; the others are passed at once.
///
/// Memory is bounded: at most 65,536 packets wait on its shelf and in each of its queues.
#[derive(Clone, Debug)]
pub struct Pipe {
    pub(super) name: Name,
    pub(super) seed: Seed,
    pub(super) stages: Vec<Stage>,
    pub(super) next_number: u16,
    pub(super) shelf: Shelf,
    /// Packets that go on within the present call.
    pub(super) going: Vec<Travel>,
    pub(super) counters: Counters,
    /// The faults to commit, in a scripted run.
    pub(super) script: Option<Vec<PacketFault>>,
    /// Stages that will come, in a scripted run.
    pub(super) expected: Vec<Name>,
}

impl Pipe {
    /// A pipe of this chain, with draws that depend on the seed and its name.
    pub fn new(name: impl Into<Name>, chain: &[LinkParameters], seed: &Seed) -> Pipe {
        Pipe::start(name.into(), chain, seed, None)
    }

    /// A pipe that draws nothing: its stages commit those of `faults` that bear its name. Faults of
    /// stages that the chain does not have are committed where packets enter, unless such stages are
    /// to be [expected](Pipe::expect).
    pub fn scripted(
        name: impl Into<Name>,
        chain: &[LinkParameters],
        seed: &Seed,
        faults: &[Fault],
    ) -> Pipe {
        let name = name.into();
        let own = faults.iter().filter_map(|fault| match fault {
            Fault::Packet(fault) if fault.pipe == name => Some(fault.clone()),
            _ => None,
        });
        let script = own.collect();
        Pipe::start(name, chain, seed, Some(script))
    }

    fn start(
        name: Name,
        chain: &[LinkParameters],
        seed: &Seed,
        script: Option<Vec<PacketFault>>,
    ) -> Pipe {
        let mut pipe = Pipe {
            seed: seed.derive(&format!("link {name}")),
            name,
            stages: Vec::with_capacity(chain.len()),
            next_number: 0,
            shelf: Shelf::default(),
            going: Vec::new(),
            counters: Counters::default(),
            script,
            expected: Vec::new(),
        };
        let named: Vec<_> = LinkParameters::names(chain).into_iter().zip(chain).collect();
        for (name, parameters) in named {
            let stage = pipe.stage(name, parameters.clone());
            pipe.stages.push(stage);
        }
        pipe.add_entrance();
        pipe
    }

    /// A new stage of the next number.
    pub(super) fn stage(&mut self, name: Name, parameters: LinkParameters) -> Stage {
        let number = self.next_number;
        // Numbers wrap only where a chain was changed tens of thousands of times.
        self.next_number = (number + 1) % Travel::OUT;
        self.stage_of_number(number, name, parameters)
    }

    pub(super) fn stage_of_number(
        &self,
        number: u16,
        name: Name,
        parameters: LinkParameters,
    ) -> Stage {
        let script = self.script.as_ref().map(|faults| StageScript::new(&name, faults));
        let stage = Stage::new(number, name, parameters, &self.seed);
        match script {
            Some(script) => stage.scripted(script),
            None => stage,
        }
    }

    /// Hands a packet in at `now`.
    pub fn offer(
        &mut self,
        now: Time,
        packet: Packet,
        ledger: &mut Ledger,
        output: &mut Vec<Onward>,
    ) {
        self.counters.offered += 1;
        self.counters.offered_bytes += packet.wire_length() as u64;
        let entering = self.stages.first().map_or(Travel::OUT, |stage| stage.number);
        let ordinal = self.counters.offered;
        let travel = Travel { at: now, entering, ordinal, copy: 0, packet };
        self.advance(now, travel, ledger, output);
        self.walk(now, ledger, output);
    }

    /// Does what is due at `now` by this ticket.
    pub fn resume(
        &mut self,
        now: Time,
        ticket: Ticket,
        ledger: &mut Ledger,
        output: &mut Vec<Onward>,
    ) {
        match ticket {
            Ticket::Packet { .. } => {
                if let Some(mut travel) = self.shelf.take(ticket) {
                    travel.at = travel.at.max(now);
                    self.advance(now, travel, ledger, output);
                }
            }
            Ticket::Queue { stage } => self.serve_awaited(now, stage, output),
        }
        self.walk(now, ledger, output);
    }

    /// Its name, by which faults in the ledger refer to it.
    pub fn name(&self) -> &Name {
        &self.name
    }

    /// What it has counted.
    pub fn counters(&self) -> &Counters {
        &self.counters
    }

    /// How long its queues are at `now`, one behind the other.
    pub fn queue(&self, now: Time) -> QueueDepth {
        let depths = self.stages.iter().map(|stage| stage.depth(now));
        depths.fold(QueueDepth::default(), QueueDepth::plus)
    }

    /// How many packets wait to go on, those in queues whose departure is known not included.
    pub fn waiting(&self) -> usize {
        self.shelf.len()
    }
}
