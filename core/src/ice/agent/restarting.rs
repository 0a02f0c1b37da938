//! Restarts, RFC 8445 section 9.

use std::time::Duration;

use super::Agent;
use crate::base::Time;
use crate::ice::generation::Generation;
use crate::ice::party::Party;
use crate::ice::path::Path;
use crate::ice::previous_generation::PreviousGeneration;
use crate::ice::purpose::Purpose;
use crate::ice::{CandidateKind, ConnectionState, Credentials};
use crate::planted_bugs::{PlantedBug, is_planted};

/// How long the old pair is still accepted, and its checks answered, once another carries data:
/// until the peer's consent for it would have expired.
const RETIREMENT: Duration = Path::EXPIRY;

impl Agent {
    /// Begins a generation with new credentials: candidates and pairs of the peer are forgotten,
    /// local ones kept (they are [`Agent::local_candidates`] and not told again). The servers are
    /// asked again, since a NAT may have forgotten what they told: candidates that are new are told,
    /// and that gathering is complete. The selected pair goes on carrying data until one of the new
    /// generation is nominated.
    pub fn restart(&mut self, now: Time) {
        let number = self.current.number.wrapping_add(1);
        let mut credentials = Credentials::generate(&mut self.random);
        if is_planted(PlantedBug::KeepCredentialsAtRestart) {
            credentials = self.current.local.credentials.clone();
        }
        let party = Party::new(self.config.provider, credentials);
        let old = std::mem::replace(&mut self.current, Generation::new(number, party));
        self.path = self.path.filter(|_| !is_planted(PlantedBug::DropPathAtRestart));
        match self.path {
            Some(path) if path.generation == old.number => {
                self.previous = Some(Box::new(PreviousGeneration {
                    number: old.number,
                    local: old.local,
                    remote: old.remote,
                    pair: (path.pair.local, path.pair.remote),
                    retire_at: None,
                }));
            }
            Some(_) => {}
            None => self.previous = None,
        }
        self.transactions.retain(|transaction| transaction.purpose == Purpose::Consent);
        self.locals.retain(|local| local.candidate.kind != CandidateKind::PeerReflexive);
        self.gather_again();
        if self.state == ConnectionState::Failed {
            self.set_state(ConnectionState::New);
        }
        self.refresh(now);
    }

    /// A pair of the new generation carries data: the old one is on its way out.
    pub(super) fn retire_previous(&mut self, now: Time) {
        if let Some(previous) = &mut self.previous {
            previous.retire_at.get_or_insert(now + RETIREMENT);
        }
        let number = self.current.number;
        self.transactions.retain(|transaction| transaction.generation == number);
    }

    pub(super) fn run_retirement(&mut self, now: Time) {
        let is_over =
            |previous: &PreviousGeneration| previous.retire_at.is_some_and(|at| now >= at);
        if self.previous.as_deref().is_some_and(is_over) {
            self.previous = None;
        }
    }
}
