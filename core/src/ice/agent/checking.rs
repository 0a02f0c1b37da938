//! Connectivity checks out, RFC 8445 sections 6.1.4 and 7.2.

use super::Agent;
use crate::base::Time;
use crate::ice::pair_state::PairState;
use crate::ice::purpose::Purpose;
use crate::ice::transaction::Transaction;
use crate::ice::{ConnectionState, Role, priority};
use crate::stun::{Retransmission, TransactionId};

/// Requests open at most. Only cancelled ones that wait for a late answer make so many.
const MOST_TRANSACTIONS: usize = 128;

impl Agent {
    /// Whether a check waits for its turn.
    pub(super) fn has_checks(&self) -> bool {
        self.may_check() && self.current.list.has_checks()
    }

    /// A lite agent never checks; without the peer's password nobody can.
    fn may_check(&self) -> bool {
        let is_over = self.state == ConnectionState::Failed || self.config.is_lite;
        !is_over && self.current.remote.is_some()
    }

    /// Begins the check whose turn it is. Whether there was one.
    pub(super) fn start_check(&mut self, now: Time) -> bool {
        if !self.may_check() {
            return false;
        }
        let Some(index) = self.current.list.next_check() else { return false };
        let rto = Retransmission::RTO.max(self.pacing * self.current.list.active());
        let Some(pair) = self.current.list.pairs.get_mut(index) else { return false };
        pair.triggered = None;
        let purpose = match pair.is_nominating && self.role == Role::Controlling {
            true => Purpose::Nomination,
            false => Purpose::Check,
        };
        if !pair.is_valid() {
            pair.state = PairState::InProgress;
        }
        let transaction = Transaction {
            id: TransactionId::random(&mut self.random),
            local: pair.local,
            remote: pair.remote,
            generation: self.current.number,
            purpose,
            role: self.role,
            priority: priority::peer_reflexive(pair.local_priority),
            schedule: Retransmission::new(now, rto),
            is_pending: true,
        };
        self.statistics.checks_sent += 1;
        self.open(transaction);
        true
    }

    /// Keeps a request for its answer. The oldest that only waits makes room.
    pub(super) fn open(&mut self, transaction: Transaction) {
        if self.transactions.len() >= MOST_TRANSACTIONS {
            let waits = |open: &Transaction| !open.schedule.will_repeat();
            let index = self.transactions.iter().position(waits).unwrap_or(0);
            let forgotten = self.transactions.remove(index);
            self.give_up(&forgotten);
        }
        self.transactions.push(transaction);
    }

    /// Sends again what is overdue, and fails what was never answered.
    pub(super) fn run_transactions(&mut self, now: Time) {
        let mut index = 0;
        while let Some(transaction) = self.transactions.get_mut(index) {
            if now < transaction.schedule.due() {
                index += 1;
            } else if transaction.schedule.advance(now) {
                transaction.is_pending = true;
                self.statistics.retransmissions_sent += 1;
                index += 1;
            } else {
                let unanswered = self.transactions.remove(index);
                self.give_up(&unanswered);
            }
        }
    }

    /// A check got no answer, or one that ends it: its pair fails, unless another check of the
    /// pair is under way or to come.
    pub(super) fn give_up(&mut self, ended: &Transaction) {
        let is_other = |other: &Transaction| other.checks(ended.local, ended.remote);
        if ended.purpose == Purpose::Consent || self.transactions.iter().any(is_other) {
            return;
        }
        let Some(pair) = self.current.list.find_mut(ended.local, ended.remote) else { return };
        let is_checked = pair.state == PairState::InProgress;
        if pair.triggered.is_none() && (is_checked || ended.purpose == Purpose::Nomination) {
            pair.state = PairState::Failed;
            pair.is_nominating = false;
        }
    }

    /// Forgets checks of pairs that are no longer on the list.
    pub(super) fn forget_idle_checks(&mut self) {
        let list = &self.current.list;
        self.transactions.retain(|transaction| {
            transaction.purpose == Purpose::Consent
                || list.find(transaction.local, transaction.remote).is_some()
        });
    }
}
