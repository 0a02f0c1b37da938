//! Requests of the peer, RFC 8445 section 7.3.

use std::net::SocketAddr;

use super::Agent;
use super::selecting::is_stale;
use crate::base::Time;
use crate::ice::answer::Answer;
use crate::ice::heard_check::HeardCheck;
use crate::ice::outcome::Outcome;
use crate::ice::pair_state::PairState;
use crate::ice::party::Party;
use crate::ice::{ConnectionState, DropReason, Role, address, priority};
use crate::planted_bugs::{PlantedBug, is_planted};
use crate::stun::{ErrorCode, Message, Retransmission};

/// Answers that wait to be sent at most: a flood of requests between two polls costs no more.
const MOST_ANSWERS: usize = 64;

/// Of those, refusals of strangers are only the first few: they must not displace answers that
/// the peer waits for.
const MOST_REFUSALS: usize = 16;

impl Agent {
    /// Answers a request, and learns from it if it is authentic. It may come before the peer's
    /// credentials or candidates are known: what it says is kept, and checked then.
    pub(super) fn handle_request(
        &mut self,
        now: Time,
        local: SocketAddr,
        remote: SocketAddr,
        request: &Message<'_>,
    ) {
        let (generation, judged) = self.judge(request);
        let is_current = generation == self.current.number;
        let is_authentic = judged == Outcome::Success;
        if is_authentic && is_current && self.state == ConnectionState::Failed {
            return self.drop_datagram(DropReason::Failed);
        }
        let is_live = is_current || self.offered_number() == Some(generation);
        let outcome = match is_authentic && is_live && self.is_conflict(request) {
            true => Outcome::Refused(ErrorCode::ROLE_CONFLICT),
            false => judged,
        };
        let id = request.transaction_id();
        self.answer(Answer { id, local, remote, generation, outcome });
        self.statistics.checks_received += u64::from(is_authentic);
        if outcome == Outcome::Success {
            let remote = address::canonical(remote);
            self.hear(now, generation, local, remote);
            let (priority, nominates) = (request.priority(), request.uses_candidate());
            self.note(now, generation, HeardCheck { local, remote, priority, nominates });
        }
    }

    /// Learns from an authentic check now, or when the answer to our restart has come.
    fn note(&mut self, now: Time, generation: u32, check: HeardCheck) {
        if generation == self.current.number {
            return self.learn(now, &check);
        }
        let offered = self.offered.as_deref_mut().filter(|it| it.number == generation);
        if let Some(offered) = offered {
            offered.hear(check);
        }
    }

    fn offered_number(&self) -> Option<u32> {
        self.offered.as_deref().map(|offered| offered.number)
    }

    /// Which generation a request is for, and whether it is authentic and understood: RFC 8489
    /// sections 9.1.3 and 6.3.1. Failures are counted.
    fn judge(&mut self, request: &Message<'_>) -> (u32, Outcome) {
        let current = self.current.number;
        let stranger = |code| (current, Outcome::Stranger(code));
        if is_planted(PlantedBug::AnswerUnauthenticatedChecks) {
            return (current, Outcome::Success);
        }
        let username = request.username().filter(|_| request.has_integrity());
        let Some(username) = username else {
            self.drop_datagram(DropReason::MissingCredentials);
            return stranger(ErrorCode::BAD_REQUEST);
        };
        let Some((generation, party)) = self.addressee(username) else {
            self.drop_datagram(DropReason::UnknownUsername);
            return stranger(ErrorCode::UNAUTHENTICATED);
        };
        if request.verify(&*party.key).is_err() {
            self.drop_datagram(DropReason::WrongPassword);
            return stranger(ErrorCode::UNAUTHENTICATED);
        }
        match request.unknown_required().next() {
            Some(unknown) => {
                self.drop_datagram(DropReason::UnknownAttribute);
                (generation, Outcome::Unknown(unknown))
            }
            None => (generation, Outcome::Success),
        }
    }

    /// The local party that a user name is for: its first half, RFC 8445 section 7.3. The second
    /// need not be known yet.
    fn addressee(&self, username: &[u8]) -> Option<(u32, &Party)> {
        let is_for = |party: &Party| {
            let fragment = party.credentials.username_fragment().as_bytes();
            username.strip_prefix(fragment).is_some_and(|rest| rest.first() == Some(&b':'))
        };
        if is_for(&self.current.local) {
            return Some((self.current.number, &self.current.local));
        }
        if let Some(offered) = self.offered.as_deref().filter(|offered| is_for(&offered.local)) {
            return Some((offered.number, &offered.local));
        }
        let previous = self.previous.as_deref().filter(|previous| is_for(&previous.local))?;
        Some((previous.number, &previous.local))
    }

    /// Detects and repairs a role conflict, RFC 8445 section 7.3.1.1: whether the request is to be
    /// refused with 487. A lite agent facing a full one never controls.
    fn is_conflict(&mut self, request: &Message<'_>) -> bool {
        let theirs = match self.role {
            Role::Controlling => request.ice_controlling(),
            Role::Controlled => request.ice_controlled(),
        };
        let Some(theirs) = theirs.filter(|_| !is_planted(PlantedBug::IgnoreRoleConflict)) else {
            return false;
        };
        let we_control = self.tie_breaker >= theirs && !self.config.is_lite;
        if we_control == (self.role == Role::Controlling) || self.config.is_lite {
            return true;
        }
        self.take_role(self.role.opposite());
        false
    }

    fn answer(&mut self, answer: Answer) {
        let most = match answer.outcome {
            Outcome::Stranger(_) => MOST_REFUSALS,
            _ => MOST_ANSWERS,
        };
        if self.answers.len() >= most {
            return self.drop_datagram(DropReason::QueueFull);
        }
        let is_refusal = matches!(answer.outcome, Outcome::Stranger(_));
        if is_refusal && is_planted(PlantedBug::AmplifyRefusals) {
            self.answers.extend([answer; 7]);
        }
        self.answers.push_back(answer);
    }

    /// What an authentic check says of the way it came, RFC 8445 sections 7.3.1.3 to 7.3.1.5.
    pub(super) fn learn(&mut self, now: Time, check: &HeardCheck) {
        let HeardCheck { local, remote, .. } = *check;
        let Some(host) = self.host(local).copied() else { return };
        let index = match self.current.list.find(local, remote) {
            Some(index) => index,
            None if is_planted(PlantedBug::IgnorePeerReflexive) => return,
            None => {
                let default = priority::peer_reflexive(0);
                let said = check.priority.unwrap_or(default);
                let Some(learnt) = self.learn_remote(remote, said) else { return };
                let Some(index) = self.add_pair(now, &host, &learnt) else { return };
                index
            }
        };
        let Some(pair) = self.current.list.pairs.get_mut(index) else { return };
        pair.is_heard = true;
        pair.peer_nominates |= check.nominates;
        let is_nominated = pair.peer_nominates && self.role == Role::Controlled;
        if self.config.is_lite {
            pair.state = PairState::Succeeded;
            pair.confirmed = now;
        } else {
            self.trigger(now, index);
        }
        if is_nominated {
            self.nominated_by_peer(now, index);
        }
    }

    /// A triggered check, RFC 8445 section 7.3.1.4. One that is under way sends nothing more, but
    /// its answer still counts. A valid pair is checked again only if the selected one is silent and
    /// it was not confirmed since, and one that is being checked not within an RTO of the last triggered
    /// check, which repeats itself after that: else either side's check would call forth the other's,
    /// for ever or for as long as no answer gets through.
    fn trigger(&mut self, now: Time, index: usize) {
        let Some(pair) = self.current.list.pairs.get(index).copied() else { return };
        if is_planted(PlantedBug::NoTriggeredChecks) {
            return;
        }
        let is_silent = self.path.is_some_and(|path| path.is_silent(now));
        if pair.is_valid() && !(is_silent && is_stale(&pair, now)) {
            return;
        }
        let is_young = pair.answered.is_some_and(|at| now < at + Retransmission::RTO);
        if is_young && pair.state == PairState::InProgress {
            return;
        }
        for transaction in &mut self.transactions {
            if transaction.checks(pair.local, pair.remote) {
                transaction.schedule.stop();
            }
        }
        self.current.list.pairs[index].answered = Some(now);
        self.current.list.trigger(index);
        self.doubt_path(now, pair.remote);
    }
}
