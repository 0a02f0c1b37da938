//! Answers of the peer, RFC 8445 section 7.2.5.

use std::net::SocketAddr;

use super::Agent;
use crate::base::Time;
use crate::ice::pair_state::PairState;
use crate::ice::party::Party;
use crate::ice::purpose::Purpose;
use crate::ice::transaction::Transaction;
use crate::ice::{CandidateKind, DropReason, Role, RoundTripTime, address};
use crate::planted_bugs::{PlantedBug, is_planted};
use crate::stun::{ErrorCode, Message, MessageClass};

impl Agent {
    /// Takes an answer: it must be authentic, complete, and come the way the request went.
    pub(super) fn handle_response(
        &mut self,
        now: Time,
        local: SocketAddr,
        remote: SocketAddr,
        message: &Message<'_>,
    ) {
        let open = |open: &Transaction| is_answered(open, local, remote, message);
        let open = self.transactions.iter().position(open);
        let Some(index) = open else {
            return self.drop_datagram(DropReason::UnknownTransaction);
        };
        let transaction = self.transactions[index];
        let party = self.remote_party(transaction.generation);
        let is_authentic = |party: &Party| message.verify(&*party.key).is_ok();
        if !party.is_some_and(is_authentic) && !is_planted(PlantedBug::SkipResponseIntegrity) {
            return self.drop_datagram(DropReason::WrongPassword);
        }
        self.transactions.remove(index);
        let problem = problem(&transaction, local, remote, message);
        match (problem, message.class()) {
            (Some(reason), _) => {
                self.drop_datagram(reason);
                self.refuse(&transaction);
            }
            (None, MessageClass::Success) => self.succeed(now, &transaction, message),
            (None, _) => self.handle_error(&transaction, message),
        }
    }

    pub(super) fn remote_party(&self, generation: u32) -> Option<&Party> {
        if generation == self.current.number {
            return self.current.remote.as_ref();
        }
        let previous = self.previous.as_deref().filter(|previous| previous.number == generation);
        previous.and_then(|previous| previous.remote.as_ref())
    }

    fn succeed(&mut self, now: Time, transaction: &Transaction, message: &Message<'_>) {
        self.statistics.responses_received += 1;
        let first = transaction.schedule.sent() == 1;
        let sample = first.then(|| now.since(transaction.schedule.started()));
        let Transaction { local, remote, generation, .. } = *transaction;
        if let Some(path) = &mut self.path
            && path.generation == generation
            && path.is_between(local, remote)
        {
            path.confirmed = now;
            if let Some(sample) = sample {
                path.round_trip = Some(RoundTripTime::after(path.round_trip, sample));
            }
        }
        if generation != self.current.number {
            return;
        }
        let mapped = message.mapped_address().unwrap_or(local);
        match transaction.purpose {
            Purpose::Consent => self.reconfirm(now, transaction, mapped),
            Purpose::Check | Purpose::Nomination => self.validate(now, transaction, mapped),
        }
    }

    /// Consent is given again. The peer may see us at another address than before, where a NAT has
    /// changed its mapping.
    fn reconfirm(&mut self, now: Time, transaction: &Transaction, mapped: SocketAddr) {
        let Transaction { local, remote, .. } = *transaction;
        let Some(pair) = self.current.list.find_mut(local, remote) else { return };
        pair.confirmed = now;
        if !address::is_same(pair.mapped, mapped) && address::is_usable(mapped) {
            pair.mapped = mapped;
            self.forget_unused_learnt();
            self.learn_local(transaction, mapped);
        }
    }

    /// Peer-reflexive candidates of our own that no pair has any more.
    fn forget_unused_learnt(&mut self) {
        let pairs = &self.current.list.pairs;
        self.locals.retain(|local| {
            local.candidate.kind != CandidateKind::PeerReflexive
                || pairs.iter().any(|pair| pair.mapped == local.candidate.address)
        });
    }

    /// A check succeeded: its pair is valid, RFC 8445 sections 7.2.5.3.2 to 7.2.5.3.4.
    fn validate(&mut self, now: Time, transaction: &Transaction, mapped: SocketAddr) {
        let Transaction { local, remote, .. } = *transaction;
        let Some(index) = self.current.list.find(local, remote) else { return };
        self.learn_local(transaction, mapped);
        let Some(pair) = self.current.list.pairs.get_mut(index) else { return };
        if transaction.schedule.sent() == 1 {
            let sample = now.since(transaction.schedule.started());
            pair.round_trip = Some(RoundTripTime::after(pair.round_trip, sample));
        }
        pair.state = PairState::Succeeded;
        pair.mapped = mapped;
        pair.confirmed = now;
        let is_ours = transaction.purpose == Purpose::Nomination && self.role == Role::Controlling;
        if is_ours {
            pair.is_nominating = false;
            pair.is_nominated = true;
            self.current.has_nominated = true;
        }
        if !pair.is_nominating {
            pair.triggered = None;
        }
        let (pair, foundation) = (*pair, pair.foundation);
        self.current.list.unfreeze(foundation);
        self.expect_nomination(now, pair.round_trip);
        self.transactions
            .retain(|other| other.purpose != Purpose::Check || !other.checks(local, remote));
        if pair.peer_nominates && self.role == Role::Controlled {
            self.nominated_by_peer(now, index);
        }
    }

    /// The address the peer sees us at: a peer-reflexive candidate if it is a new one, RFC 8445
    /// section 7.2.5.3.1.
    fn learn_local(&mut self, transaction: &Transaction, mapped: SocketAddr) {
        let is_known = self.locals.iter().any(|local| {
            address::is_same(local.candidate.address, mapped)
                && address::is_same(local.candidate.base(), transaction.local)
        });
        if !is_known && address::is_usable(mapped) {
            let (kind, base) = (CandidateKind::PeerReflexive, Some(transaction.local));
            self.add_local(kind, transaction.priority, mapped, base, None);
        }
    }

    /// An authentic error. Only a role conflict can be mended, RFC 8445 section 7.2.5.1.
    fn handle_error(&mut self, transaction: &Transaction, message: &Message<'_>) {
        self.statistics.errors_received += 1;
        let code = message.error_code().map(|(code, _)| code);
        if code != Some(ErrorCode::ROLE_CONFLICT) {
            return self.refuse(transaction);
        }
        let is_fixed = self.config.is_lite || self.is_remote_lite;
        if transaction.role == self.role && !is_fixed {
            self.tie_breaker = self.random.next_u64();
            self.take_role(self.role.opposite());
        }
        let list = &mut self.current.list;
        if transaction.purpose != Purpose::Consent
            && let Some(index) = list.find(transaction.local, transaction.remote)
        {
            list.trigger(index);
        }
    }

    /// The answer ends the check without success: the pair has failed, RFC 8445 sections
    /// 7.2.5.2.1 and 7.2.5.2.4. A consent check has merely not been answered.
    fn refuse(&mut self, transaction: &Transaction) {
        let is_check = transaction.purpose != Purpose::Consent;
        if !is_check || transaction.generation != self.current.number {
            return;
        }
        let pair = self.current.list.find_mut(transaction.local, transaction.remote);
        if let Some(pair) = pair.filter(|pair| !pair.is_nominated) {
            pair.state = PairState::Failed;
            pair.is_nominating = false;
            pair.triggered = None;
        }
    }
}

/// Whether an answer is one to this request.
fn is_answered(
    open: &Transaction,
    local: SocketAddr,
    remote: SocketAddr,
    message: &Message<'_>,
) -> bool {
    if is_planted(PlantedBug::MatchResponsesByAddress) {
        return open.is_between(local, remote);
    }
    open.id == message.transaction_id()
}

/// What is wrong with an authentic answer.
fn problem(
    transaction: &Transaction,
    local: SocketAddr,
    remote: SocketAddr,
    message: &Message<'_>,
) -> Option<DropReason> {
    let is_success = message.class() == MessageClass::Success;
    let comes_back = transaction.is_between(local, remote);
    if !comes_back && !is_planted(PlantedBug::AcceptResponsesFromAnywhere) {
        Some(DropReason::WrongSource)
    } else if message.unknown_required().next().is_some() {
        Some(DropReason::UnknownAttribute)
    } else if is_success && message.mapped_address().is_none() {
        Some(DropReason::UnusableResponse)
    } else {
        None
    }
}
