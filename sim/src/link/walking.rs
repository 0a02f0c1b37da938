//! The way of a packet through the stages.

use roomrtc_core::base::Time;

use super::halt::Halt;
use super::held_back::HeldBack;
use super::state::State;
use super::travel::Travel;
use super::{EcnMark, LossReason, Model, Onward, Pipe, Ticket, Verdict};
use crate::ledger::{Fate, Fault, Ledger, PacketFault};

impl Pipe {
    /// Takes all packets that are going as far as they come.
    pub(super) fn walk(&mut self, now: Time, ledger: &mut Ledger, output: &mut Vec<Onward>) {
        while let Some(travel) = self.going.pop() {
            self.advance(now, travel, ledger, output);
        }
    }

    /// Takes a packet as far as it comes.
    pub(super) fn advance(
        &mut self,
        now: Time,
        mut travel: Travel,
        ledger: &mut Ledger,
        output: &mut Vec<Onward>,
    ) {
        let mut position = self.position(travel.entering);
        while let Some(stage) = self.stages.get(position) {
            if stage.concerns(travel.at, &travel.packet)
                && let Some(halt) = self.pass(now, position, &mut travel, ledger, output)
            {
                return self.stop(now, halt, position, travel, output);
            }
            position += 1;
        }
        self.arrive(travel, output);
    }

    /// Lets a packet meet a stage; returns why, if it does not go on now.
    fn pass(
        &mut self,
        now: Time,
        position: usize,
        travel: &mut Travel,
        ledger: &mut Ledger,
        output: &mut Vec<Onward>,
    ) -> Option<Halt> {
        let stage = &self.stages[position];
        if stage.minds_order() && travel.at > now {
            return Some(Halt::Wait);
        }
        if let State::CoDel(_) = stage.state {
            return Some(Halt::Queue);
        }
        match self.judge(position, travel, ledger, output) {
            Verdict::Pass => {}
            Verdict::At(at) => travel.at = at,
            Verdict::Twice(at) => self.copy(position, at, travel),
            Verdict::Stop(halt) => return Some(halt),
        }
        self.release(position, travel.at);
        None
    }

    fn stop(
        &mut self,
        now: Time,
        halt: Halt,
        position: usize,
        travel: Travel,
        output: &mut Vec<Onward>,
    ) {
        match halt {
            Halt::Wait => {
                let entering = self.stages[position].number;
                self.wait(Travel { entering, ..travel }, output);
            }
            Halt::Queue => self.enqueue(now, position, travel, output),
            Halt::Hold(packets, until) => self.hold(position, packets, until, travel, output),
            Halt::Drop(reason) => self.lose(reason, travel, output),
        }
    }

    /// Where the stage of this number stands; behind all if it is gone.
    pub(super) fn position(&self, number: u16) -> usize {
        let place = self.stages.iter().position(|stage| stage.number == number);
        place.unwrap_or(self.stages.len())
    }

    /// The number of the stage behind this position.
    pub(super) fn behind(&self, position: usize) -> u16 {
        self.stages.get(position + 1).map_or(Travel::OUT, |stage| stage.number)
    }

    fn judge(
        &mut self,
        position: usize,
        travel: &mut Travel,
        ledger: &mut Ledger,
        output: &mut Vec<Onward>,
    ) -> Verdict {
        let stage = &mut self.stages[position];
        if !stage.parameters.model.is_fault() {
            let ecn = travel.packet.ecn;
            let verdict = stage.condition(travel);
            self.counters.marked += u64::from(travel.packet.ecn != ecn);
            return verdict;
        }
        let Some(fate) = stage.fate(travel) else {
            return stage.in_order(Verdict::Pass, travel.at);
        };
        ledger.append_with(|| {
            let Travel { ordinal, copy, .. } = *travel;
            let (pipe, stage, fate) = (self.name.clone(), stage.name.clone(), fate.clone());
            Fault::Packet(PacketFault { pipe, ordinal, copy, stage, fate })
        });
        let kind = stage.parameters.model.kind();
        let verdict = self.suffer(kind, &fate, travel);
        if fate != Fate::Dropped {
            let (at, ordinal, packet) = (travel.at, travel.ordinal, travel.packet.clone());
            output.push(Onward::Altered { at, ordinal, kind, fate, packet });
        }
        self.stages[position].in_order(verdict, travel.at)
    }

    fn suffer(&mut self, kind: &'static str, fate: &Fate, travel: &mut Travel) -> Verdict {
        let counters = &mut self.counters;
        match fate {
            Fate::Dropped => return Verdict::Stop(Halt::Drop(LossReason::Fault(kind))),
            Fate::Late(span) => {
                counters.late += 1;
                return Verdict::At(travel.at + span.duration());
            }
            Fate::Duplicated(span) => {
                counters.duplicated += 1;
                return Verdict::Twice(travel.at + span.duration());
            }
            Fate::HeldBack { packets, at_most } => {
                counters.late += 1;
                let until = travel.at + at_most.duration();
                return Verdict::Stop(Halt::Hold(*packets, until));
            }
            Fate::Flipped(bits) => {
                counters.flipped += 1;
                bits.flip(&mut travel.packet.payload);
            }
            Fate::Marked if EcnMark::allows(travel.packet.ecn) => {
                counters.marked += 1;
                travel.packet.ecn = EcnMark::CONGESTION_EXPERIENCED;
            }
            Fate::Marked => {}
        }
        Verdict::Pass
    }

    /// A copy goes on behind the stage that made it.
    fn copy(&mut self, position: usize, at: Time, travel: &Travel) {
        let maker = 1 << (self.stages[position].number % u32::BITS as u16);
        let (entering, copy) = (self.behind(position), travel.copy | maker);
        self.going.push(Travel { at, entering, copy, ..travel.clone() });
    }

    fn wait(&mut self, travel: Travel, output: &mut Vec<Onward>) {
        let at = travel.at;
        match self.shelf.put(travel) {
            Ok(ticket) => output.push(Onward::Resumes { at, ticket }),
            Err(travel) => self.lose(LossReason::Overfull, *travel, output),
        }
    }

    /// Keeps a packet at a stage until others have passed it.
    fn hold(
        &mut self,
        position: usize,
        packets: u32,
        until: Time,
        travel: Travel,
        output: &mut Vec<Onward>,
    ) {
        let entering = self.behind(position);
        match self.shelf.put(Travel { at: until, entering, ..travel }) {
            Ok(ticket) => {
                output.push(Onward::Resumes { at: until, ticket });
                self.stages[position].held.push(HeldBack { ticket, packets });
            }
            Err(travel) => self.lose(LossReason::Overfull, *travel, output),
        }
    }

    /// A packet has passed a stage at `at`: those held back there have one less to wait for.
    fn release(&mut self, position: usize, at: Time) {
        let (shelf, going) = (&mut self.shelf, &mut self.going);
        self.stages[position].held.retain_mut(|held| {
            held.packets = held.packets.saturating_sub(1);
            if held.packets > 0 {
                return shelf.has(held.ticket);
            }
            if let Some(travel) = shelf.take(held.ticket) {
                going.push(Travel { at, ..travel });
            }
            false
        });
    }

    fn lose(&mut self, reason: LossReason, travel: Travel, output: &mut Vec<Onward>) {
        self.counters.count_loss(reason);
        let Travel { at, ordinal, packet, .. } = travel;
        output.push(Onward::Lost { at, ordinal, reason, packet });
    }

    fn arrive(&mut self, travel: Travel, output: &mut Vec<Onward>) {
        let Travel { at, ordinal, packet, .. } = travel;
        self.counters.arrived += 1;
        self.counters.arrived_bytes += packet.wire_length() as u64;
        output.push(Onward::Arrives { at, ordinal, packet });
    }

    fn enqueue(&mut self, now: Time, position: usize, travel: Travel, output: &mut Vec<Onward>) {
        let stage = &mut self.stages[position];
        let (Model::CoDel(codel), State::CoDel(queue)) =
            (&stage.parameters.model, &mut stage.state)
        else {
            return self.arrive(travel, output);
        };
        if let Err(travel) = queue.push(travel, codel) {
            return self.lose(LossReason::QueueFull, *travel, output);
        }
        if !queue.is_awaited {
            self.serve(now, position, output);
        }
    }

    /// The queue of this stage was waited for.
    pub(super) fn serve_awaited(&mut self, now: Time, number: u16, output: &mut Vec<Onward>) {
        let position = self.position(number);
        if let Some(State::CoDel(queue)) = self.stages.get_mut(position).map(|it| &mut it.state) {
            queue.is_awaited = false;
            self.serve(now, position, output);
        }
    }

    /// Sends what can be sent from a stage's queue, and asks to be resumed for the rest.
    fn serve(&mut self, now: Time, position: usize, output: &mut Vec<Onward>) {
        let (entering, mut dropped) = (self.behind(position), Vec::new());
        let stage = &mut self.stages[position];
        let (Model::CoDel(codel), State::CoDel(queue)) =
            (&stage.parameters.model, &mut stage.state)
        else {
            return;
        };
        while let Some((travel, is_marked)) = queue.pop(now, codel, &mut dropped) {
            self.counters.marked += u64::from(is_marked);
            self.going.push(Travel { entering, ..travel });
        }
        if let Some(at) = queue.next_at() {
            queue.is_awaited = true;
            output.push(Onward::Resumes { at, ticket: Ticket::Queue { stage: stage.number } });
        }
        for travel in dropped {
            self.lose(LossReason::QueueControlled, travel, output);
        }
    }
}
