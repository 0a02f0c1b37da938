//! What is due, and when.

use std::time::Duration;

use super::Agent;
use crate::base::{Deadline, DeadlineReason, Time};
use crate::ice::path::Path;
use crate::ice::purpose::Purpose;
use crate::ice::query_phase::QueryPhase;
use crate::planted_bugs::{PlantedBug, is_planted};

impl Agent {
    /// Does what is due. Cheap if nothing is.
    pub fn handle_timeout(&mut self, now: Time) {
        if self.deadline.is_none_or(|deadline| now < deadline.at) {
            return;
        }
        self.run_queries(now);
        self.run_transactions(now);
        self.run_consent(now);
        self.run_failure(now);
        self.run_retirement(now);
        self.start_next(now);
        self.refresh(now);
    }

    /// Begins one transaction if the pacing allows: checks and queries of servers take turns.
    fn start_next(&mut self, now: Time) {
        if now < self.next_start {
            return;
        }
        let query = self.next_query(now).filter(|_| !self.was_query || !self.has_checks());
        self.was_query = query.is_some();
        let has_started = match query {
            Some(query) => {
                self.start_query(now, query);
                true
            }
            None => self.start_check(now),
        };
        if has_started {
            let pacing =
                if is_planted(PlantedBug::NoPacing) { Duration::ZERO } else { self.pacing };
            self.next_start = now + pacing;
        }
    }

    /// The earliest of all that is due.
    pub(super) fn next_deadline(&self) -> Option<Deadline> {
        let earliest = Deadline::earlier(self.request_deadline(), self.query_deadline());
        let earliest = Deadline::earlier(earliest, self.path_deadline());
        let at = |time: Option<Time>, reason| time.map(|at| Deadline::new(at, reason));
        let start = self.has_checks().then_some(self.next_start);
        let retirement = self.previous.as_deref().and_then(|previous| previous.retire_at);
        [
            at(start, DeadlineReason::IceCheck),
            at(self.nomination_time(), DeadlineReason::IceCheck),
            at(self.current.fail_at, DeadlineReason::IceFailure),
            at(retirement, DeadlineReason::IceConsent),
        ]
        .into_iter()
        .fold(earliest, Deadline::earlier)
    }

    fn request_deadline(&self) -> Option<Deadline> {
        let due = self.transactions.iter().map(|transaction| {
            let reason = match transaction.purpose {
                Purpose::Consent => DeadlineReason::IceConsent,
                Purpose::Check | Purpose::Nomination => DeadlineReason::IceCheck,
            };
            Deadline::new(transaction.schedule.due(), reason)
        });
        due.min()
    }

    fn query_deadline(&self) -> Option<Deadline> {
        let due = self.queries.iter().map(|query| match &query.phase {
            QueryPhase::Waiting => self.next_start,
            QueryPhase::Idle(next) => self.next_start.max(*next),
            QueryPhase::Running(transaction) => transaction.deadline(),
        });
        due.min().map(|at| Deadline::new(at, DeadlineReason::StunRetransmission))
    }

    fn path_deadline(&self) -> Option<Deadline> {
        let path = self.path?;
        let consent = |at| Some(Deadline::new(at, DeadlineReason::IceConsent));
        if !path.needs_consent {
            return consent(path.next_check);
        }
        let silence = path.confirmed + Path::SILENCE;
        let is_current = path.generation == self.current.number;
        let is_watched = self.speaks_for_state(&path);
        let knows_silence = self.state == super::ConnectionState::Disconnected || !is_watched;
        let knows_silence = knows_silence && !is_planted(PlantedBug::ForgetSilence);
        let loss = if knows_silence { path.confirmed + Path::EXPIRY } else { silence };
        let doubt = path.doubt_ends().filter(|_| is_current).and_then(consent);
        Deadline::earlier(doubt, Deadline::earlier(consent(path.next_check), consent(loss)))
    }
}
