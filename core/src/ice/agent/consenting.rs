//! Consent freshness, RFC 7675, and keepalives, RFC 8445 section 11.

use std::net::SocketAddr;
use std::time::Duration;

use super::Agent;
use crate::base::Time;
use crate::ice::pair_state::PairState;
use crate::ice::path::Path;
use crate::ice::purpose::Purpose;
use crate::ice::transaction::Transaction;
use crate::ice::{ConnectionState, priority};
use crate::planted_bugs::{PlantedBug, is_planted};
use crate::stun::{Retransmission, TransactionId};

/// The least time between consent checks: 0.8 times the period of 5 s.
const LEAST_PERIOD: Duration = Duration::from_secs(4);

/// The range above it, up to 1.2 times the period, in nanoseconds.
const PERIOD_RANGE: u64 = 2_000_000_000;

/// Keepalive indications of a lite agent: Tr.
const KEEPALIVE: Duration = Duration::from_secs(15);

impl Agent {
    /// When the next consent check, or a lite agent's next keepalive, is due.
    pub(super) fn next_consent(&mut self, now: Time) -> Time {
        if self.config.is_lite {
            return now + KEEPALIVE;
        }
        now + LEAST_PERIOD + Duration::from_nanos(self.random.below(PERIOD_RANGE))
    }

    /// A lite agent has no other sign of consent than the peer's checks.
    pub(super) fn hear(
        &mut self,
        now: Time,
        generation: u32,
        local: SocketAddr,
        remote: SocketAddr,
    ) {
        if let Some(path) = &mut self.path
            && (self.config.is_lite || is_planted(PlantedBug::ConsentFromTheirChecks))
            && path.generation == generation
            && path.is_between(local, remote)
        {
            path.confirmed = now;
        }
    }

    /// Asks for consent when it is time, and ends the path when consent has expired.
    pub(super) fn run_consent(&mut self, now: Time) {
        let Some(path) = self.path else { return };
        if path.is_expired(now) {
            return self.expire(&path);
        }
        if now < path.next_check {
            return;
        }
        let next_check = self.next_consent(now);
        if !self.config.is_lite {
            self.check_consent(now, &path);
        }
        if let Some(path) = &mut self.path {
            path.next_check = next_check;
            path.is_keepalive_pending = self.config.is_lite;
        }
    }

    /// The peer checks from `remote`, over a pair that is not valid although one is nominated: a NAT
    /// before it may have forgotten its binding, and what is sent over the path is lost. Consent for it
    /// is asked for at once; without an answer a pair that answers takes its place soon.
    ///
    /// While the nomination still waits for its answer the peer checks all its candidates; there only
    /// an address that it has not told of means that it was moved.
    pub(super) fn doubt_path(&mut self, now: Time, remote: SocketAddr) {
        let mut remotes = self.current.remotes.iter();
        let is_moved = remotes.any(|it| it.is_learnt && it.candidate.address == remote);
        let mut pairs = self.current.list.pairs.iter();
        let is_decided = pairs.any(|pair| pair.is_nominated || (pair.is_nominating && is_moved));
        let Some(path) = self.path.as_mut().filter(|path| path.needs_consent && is_decided) else {
            return;
        };
        if path.doubted.is_some_and(|since| now < since + Path::GRACE) {
            return;
        }
        path.doubted = Some(now);
        let path = *path;
        self.check_consent(now, &path);
    }

    /// A consent check: a new transaction, sent once, whose answer counts for 30 s.
    fn check_consent(&mut self, now: Time, path: &Path) {
        if is_planted(PlantedBug::NoConsentChecks) {
            return;
        }
        let wait = Path::EXPIRY.as_secs() as u8;
        self.statistics.consent_checks_sent += 1;
        let id = TransactionId::random(&mut self.random);
        self.open(Transaction {
            id,
            local: path.pair.local,
            remote: path.pair.remote,
            generation: path.generation,
            purpose: Purpose::Consent,
            role: self.role,
            priority: priority::peer_reflexive(path.local_priority),
            schedule: Retransmission::with_limits(now, Duration::from_secs(1), 1, wait),
            is_pending: true,
        });
    }

    /// Consent has expired: nothing is sent any more, RFC 7675 section 5.1. If patience has not
    /// (RFC 8863), a check may still make a pair valid again.
    fn expire(&mut self, path: &Path) {
        self.path = None;
        self.transactions.retain(|transaction| transaction.purpose != Purpose::Consent);
        if path.generation != self.current.number {
            self.previous = None;
            if self.current.is_given_up {
                self.fail();
            }
        } else if self.current.fail_at.is_none() {
            self.fail();
        } else {
            for pair in self.current.list.pairs.iter_mut().filter(|pair| pair.is_valid()) {
                pair.state = PairState::Failed;
            }
            self.set_state(ConnectionState::Disconnected);
        }
    }

    /// Patience is over: the generation fails if no pair of it is valid, RFC 8863.
    pub(super) fn run_failure(&mut self, now: Time) {
        if self.current.fail_at.is_none_or(|at| now < at) {
            return;
        }
        self.current.fail_at = None;
        let number = self.current.number;
        match self.path {
            Some(path) if path.generation == number => {}
            _ if is_planted(PlantedBug::IceNeverFails) => {}
            Some(_) => self.give_up_generation(),
            None => self.fail(),
        }
    }

    /// This generation has failed, but the pair of the one before carries data as long as it may.
    fn give_up_generation(&mut self) {
        self.current.is_given_up = true;
        self.forget_pairs();
    }

    /// This generation has failed, and nothing carries data.
    fn fail(&mut self) {
        self.current.is_given_up = false;
        self.forget_pairs();
        self.set_state(ConnectionState::Failed);
    }

    fn forget_pairs(&mut self) {
        let number = self.current.number;
        self.current.fail_at = None;
        self.current.list.pairs = Vec::new();
        self.transactions.retain(|transaction| transaction.generation != number);
    }

    /// The socket that data went over is gone: the pairs that are left are checked again.
    pub(super) fn lose_path(&mut self, now: Time) {
        let was_current = self.path.take().is_some_and(|p| p.generation == self.current.number);
        if self.current.is_given_up {
            return self.fail();
        }
        if !was_current || self.state == ConnectionState::Failed {
            return;
        }
        let list = &mut self.current.list;
        for index in 0..list.pairs.len() {
            let pair = &mut list.pairs[index];
            pair.is_nominated = false;
            pair.is_nominating = false;
            if pair.is_valid() {
                pair.state = PairState::Waiting;
                list.trigger(index);
            }
        }
        self.current.nominate_at = None;
        self.current.fail_at = Some(now + self.config.failure_timeout);
        self.form_pairs(now);
        self.set_state(ConnectionState::Disconnected);
    }
}
