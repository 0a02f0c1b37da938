//! Time: repetitions and giving up.

use super::Endpoint;
use crate::base::{Deadline, DeadlineReason, Time};
use crate::dtls::Failure;
use crate::planted_bugs::{PlantedBug, is_planted};

impl Endpoint {
    /// When [`Endpoint::handle_timeout`] is to be called next, and why.
    pub fn deadline(&self) -> Option<Deadline> {
        let believed = self.suspicion.map(|suspicion| suspicion.until);
        let repeat = self.repetition_due().filter(|_| !is_planted(PlantedBug::DtlsDeadlineMissing));
        let repeat = repeat.map(|at| (at, DeadlineReason::DtlsRetransmission));
        let ends = [self.give_up, believed].into_iter().flatten();
        let ends = ends.map(|at| (at, DeadlineReason::DtlsFailure));
        repeat.into_iter().chain(ends).map(|(at, reason)| Deadline::new(at, reason)).min()
    }

    /// Does what is due at `now`. Calling it early does nothing.
    pub fn handle_timeout(&mut self, now: Time) {
        if self.give_up.is_some_and(|at| at <= now) {
            return self.fail(now, Failure::TimedOut);
        }
        if let Some(suspicion) = self.suspicion.filter(|suspicion| suspicion.until <= now) {
            return self.believe(now, suspicion.failure);
        }
        if self.repetition_due().is_some_and(|at| at <= now) {
            self.rewind_flight();
            self.retransmission.expire(now);
        }
    }

    /// Nothing is repeated while it is on us to go on.
    fn repetition_due(&self) -> Option<Time> {
        let waits = self.context.as_ref().is_some_and(|context| context.waits_for_fingerprints());
        let never = is_planted(PlantedBug::NoFlightRetransmission);
        self.retransmission.due().filter(|_| !waits && !never)
    }

    /// The peer has sent its flight again: it may not have got ours.
    pub(super) fn repeat_flight(&mut self, now: Time) {
        let is_ignored = is_planted(PlantedBug::IgnoreRepeatedFlights);
        if !is_ignored && !self.flight.is_empty() && self.retransmission.answer(now) {
            self.rewind_flight();
        }
    }

    fn rewind_flight(&mut self) {
        self.flight.rewind();
        self.flights_repeated += 1;
    }
}
