//! One stage of a pipe.

use roomrtc_core::base::{RandomStream, Seed, Time};

use super::halt::Halt;
use super::held_back::HeldBack;
use super::stage_script::StageScript;
use super::state::State;
use super::travel::Travel;
use super::{EcnMark, LinkParameters, LossReason, Model, QueueDepth, RateLimit, Verdict};
use crate::ledger::Fate;
use crate::network::{Name, Packet};
use crate::quantity::Span;

/// One stage of a pipe: a model at work.
#[derive(Clone, Debug)]
pub(super) struct Stage {
    /// Its number, which it keeps while the chain around it changes.
    pub(super) number: u16,
    pub(super) name: Name,
    pub(super) parameters: LinkParameters,
    pub(super) state: State,
    /// Packets that wait here to be overtaken.
    pub(super) held: Vec<HeldBack>,
    /// Whether it was taken out of the chain, and only waits for its last packets to leave.
    pub(super) is_retired: bool,
    /// Whether it stands before the chain, for faults of stages that the chain does not have.
    pub(super) is_entrance: bool,
    concerns_all: bool,
    minds_order: bool,
    random: RandomStream,
    /// The faults that it commits instead of drawing them.
    script: Option<StageScript>,
    /// How many packets it has concerned.
    concerned: u64,
    /// When the last packet left, where order is kept.
    last: Time,
}

impl Stage {
    /// A stage that draws from a stream of its own name.
    pub(super) fn new(number: u16, name: Name, parameters: LinkParameters, seed: &Seed) -> Stage {
        Stage {
            number,
            state: State::new(&parameters.model),
            held: Vec::new(),
            is_retired: false,
            is_entrance: false,
            concerns_all: parameters.only.is_everything(),
            minds_order: parameters.model.minds_order(),
            random: seed.stream(name.as_str()),
            script: None,
            concerned: 0,
            last: Time::ZERO,
            name,
            parameters,
        }
    }

    /// The same stage, which takes its faults from a script if its model has any.
    pub(super) fn scripted(self, script: StageScript) -> Stage {
        let script = self.parameters.model.is_fault().then_some(script);
        Stage { script, ..self }
    }

    /// Whether it is the stage of this name that goes on where the chain changes.
    pub(super) fn is(&self, name: &Name, parameters: &LinkParameters) -> bool {
        let is_same_model = self.parameters.model.kind() == parameters.model.kind();
        self.name == *name && !self.is_retired && is_same_model
    }

    /// Goes on with other parameters of the same model.
    pub(super) fn change(&mut self, parameters: LinkParameters) {
        if let (Model::DeliveryTrace(before), Model::DeliveryTrace(after), State::Delivery(queue)) =
            (&self.parameters.model, &parameters.model, &mut self.state)
            && before.opportunities != after.opportunities
        {
            queue.change_recording();
        }
        self.concerns_all = parameters.only.is_everything();
        self.minds_order = parameters.model.minds_order();
        self.parameters = parameters;
    }

    pub(super) const fn minds_order(&self) -> bool {
        self.minds_order
    }

    pub(super) fn concerns(&self, at: Time, packet: &Packet) -> bool {
        !self.is_retired && (self.concerns_all || self.parameters.only.contains(at, packet))
    }

    /// What a fault does to a packet, if any.
    pub(super) fn fate(&mut self, travel: &Travel) -> Option<Fate> {
        self.concerned += 1;
        if let Some(script) = &self.script {
            return script.fate(travel.ordinal, travel.copy);
        }
        let (random, number) = (&mut self.random, self.concerned);
        match (&self.parameters.model, &mut self.state) {
            (Model::Loss(loss), _) => loss.draw(random),
            (Model::GilbertElliott(chain), State::IsBad(is_bad)) => chain.draw(is_bad, random),
            (Model::Burst(burst), State::Lost(lost)) => burst.draw(travel.at, number, lost),
            (Model::Jitter(jitter), _) => jitter.draw(random),
            (Model::Reorder(reorder), _) => reorder.draw(random),
            (Model::Duplicate(duplicate), _) => duplicate.draw(random),
            (Model::Corrupt(corrupt), _) => corrupt.draw(travel.packet.payload.len(), random),
            (Model::EcnMark(mark), _) => mark.draw(travel.packet.ecn, random),
            (Model::Blackout(blackout), _) => blackout.is_dark(travel.at).then_some(Fate::Dropped),
            (Model::Nth(nth), _) => nth.draw(number),
            _ => None,
        }
    }

    /// What the nature of the link does to a packet.
    pub(super) fn condition(&mut self, travel: &mut Travel) -> Verdict {
        let bytes = travel.bytes();
        match (&self.parameters.model, &mut self.state) {
            (Model::Delay(delay), _) => Verdict::At(travel.at + delay.by.duration()),
            (Model::Mtu(mtu), _) if u64::from(bytes) > mtu.bytes.as_bytes() => {
                Verdict::Stop(Halt::Drop(LossReason::TooLarge))
            }
            (Model::RateLimit(limit), State::Fifo(_)) => {
                let limit = limit.clone();
                self.queue(travel, bytes, &limit)
            }
            (Model::DeliveryTrace(link), State::Delivery(queue)) => {
                let departure = queue.offer(travel.at, bytes, link);
                departure.map_or(Verdict::Stop(Halt::Drop(LossReason::QueueFull)), Verdict::At)
            }
            _ => Verdict::Pass,
        }
    }

    fn queue(&mut self, travel: &mut Travel, bytes: u32, limit: &RateLimit) -> Verdict {
        let State::Fifo(fifo) = &mut self.state else { return Verdict::Pass };
        fifo.settle(travel.at);
        let QueueDepth { bytes: queued, wait } = fifo.depth(travel.at);
        if fifo.is_overfull() || !limit.queue.takes(u64::from(bytes), queued, wait) {
            return Verdict::Stop(Halt::Drop(LossReason::QueueFull));
        }
        let is_marked = limit.mark_from.is_some_and(|most| wait > most);
        if is_marked && EcnMark::allows(travel.packet.ecn) {
            travel.packet.ecn = EcnMark::CONGESTION_EXPERIENCED;
        }
        let lasts = limit.rate.nanos_for(bytes as usize);
        let departure = fifo.free_at(travel.at) + Span::nanos(lasts).duration();
        fifo.push(departure, bytes);
        Verdict::At(departure)
    }

    /// The verdict, later where packets before it are still to leave and order is kept.
    pub(super) fn in_order(&mut self, verdict: Verdict, at: Time) -> Verdict {
        let Model::Jitter(jitter) = &self.parameters.model else { return verdict };
        if !jitter.keep_order {
            return verdict;
        }
        let leaves = match verdict {
            Verdict::Pass => at,
            Verdict::At(at) => at,
            other => return other,
        };
        self.last = self.last.max(leaves);
        Verdict::At(self.last)
    }

    /// How long its queue is.
    pub(super) fn depth(&self, now: Time) -> QueueDepth {
        match (&self.parameters.model, &self.state) {
            (_, State::Fifo(fifo)) => fifo.depth(now),
            (_, State::Delivery(queue)) => queue.fifo.depth(now),
            (Model::CoDel(codel), State::CoDel(queue)) => queue.depth(now, codel),
            _ => QueueDepth::default(),
        }
    }
}
