//! Restarts, RFC 8445 section 9.

use std::time::Duration;

use super::Agent;
use crate::base::Time;
use crate::ice::generation::Generation;
use crate::ice::offered_restart::OfferedRestart;
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
    /// Draws new credentials, which are [`Agent::local_credentials`] from now on, and asks the
    /// servers again, since a NAT may have forgotten what they told: candidates that are new are told,
    /// and that gathering is complete. Local candidates are kept, and not told again.
    ///
    /// Whoever offers a restart calls this, and whoever answers such an offer. The new generation
    /// begins with [`Agent::set_remote_parameters`]. Until then the present one goes on, and
    /// [`Agent::take_back_restart`] leaves it as it is. Checks of the peer that overtake its answer
    /// are answered, and count when the answer comes.
    pub fn restart(&mut self, now: Time) {
        let mut credentials = Credentials::generate(&mut self.random);
        if is_planted(PlantedBug::KeepCredentialsAtRestart) {
            credentials = self.current.local.credentials.clone();
        }
        let local = Party::new(self.config.provider, credentials);
        let number = self.next_generation();
        self.forget_offered();
        if self.current.remote.is_some() {
            self.offered = Some(Box::new(OfferedRestart::new(number, local)));
        } else {
            self.begin_generation(number, local);
        }
        self.gather_again();
        self.refresh(now);
    }

    /// Forgets the peer and the path: nothing is left to be connected. New credentials are drawn, for a
    /// connection that may be agreed on later.
    pub fn begin_anew(&mut self, now: Time) {
        self.path = None;
        self.forget_offered();
        let credentials = Credentials::generate(&mut self.random);
        let local = Party::new(self.config.provider, credentials);
        let number = self.next_generation();
        self.begin_generation(number, local);
        self.transactions.clear();
        self.gather_again();
        self.set_state(ConnectionState::New);
        self.refresh(now);
    }

    /// Takes back a restart that was offered: the credentials are again those of the present
    /// generation. False if none is.
    pub fn take_back_restart(&mut self, now: Time) -> bool {
        let was_offered = self.forget_offered();
        self.refresh(now);
        was_offered
    }

    /// Whether a restart is offered that has no answer yet.
    pub fn offers_restart(&self) -> bool {
        self.offered.is_some()
    }

    pub(super) fn next_generation(&self) -> u32 {
        self.current.number.wrapping_add(1)
    }

    /// Forgets a restart that was offered, with the answers that its password would sign. Whether there
    /// was one.
    fn forget_offered(&mut self) -> bool {
        let Some(offered) = self.offered.take() else { return false };
        self.answers.retain(|answer| answer.generation != offered.number);
        true
    }

    /// Begins a generation: candidates and pairs of the peer are forgotten. The selected pair goes on
    /// carrying data until one of the new generation is nominated.
    pub(super) fn begin_generation(&mut self, number: u32, local: Party) {
        let old = std::mem::replace(&mut self.current, Generation::new(number, local));
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
        if self.state == ConnectionState::Failed {
            self.set_state(ConnectionState::New);
        }
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
