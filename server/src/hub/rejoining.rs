//! Calls that outlive a connection, or the server.

use std::sync::Arc;

use roomrtc_core::base::Time;
use roomrtc_core::signaling::client::CallRole;
use roomrtc_core::signaling::limits::{GUEST_PREFIX, MAX_USER_NAME};
use roomrtc_core::signaling::{CallNumber, Message, MessageType};

use super::answer::Answer;
use super::call::Call;
use super::calls::shown;
use super::outbox::Outbox;
use super::relays::is_relayed;
use super::{CallAction, CallId, CallStage, ConnectionId, Hub, Refusal};

impl Hub {
    /// `user` says that this call with `other` still stands.
    pub(super) fn rejoin(
        &mut self,
        now: Time,
        id: ConnectionId,
        user: &Arc<str>,
        (other, number): (String, CallNumber),
    ) -> Result<Answer, Refusal> {
        if let Some((call, role)) = self.call_named(user, &other, number) {
            return self.rejoin_known(now, id, (call, role), (other, number));
        }
        let known = self.users.get_mut(user);
        let last_word = known.and_then(|known| known.last_word.take_if(|(of, _)| *of == number));
        if let Some((call, reason)) = last_word {
            self.tell(now, id, Message::CallEnded { user: shown(&other), call, reason });
            return Ok(Answer::Otherwise);
        }
        if self.users.get(user).is_some_and(|known| known.call.is_some()) {
            return Err(Refusal::InCall);
        }
        match self.claim_on(user, &other, number) {
            Some(call) => self.agree(now, call, user),
            None => self.claim(now, user, &other, number)?,
        }
        Ok(Answer::Otherwise)
    }

    fn rejoin_known(
        &mut self,
        now: Time,
        id: ConnectionId,
        (call, role): (CallId, CallRole),
        (other, number): (String, CallNumber),
    ) -> Result<Answer, Refusal> {
        let stage = self.calls.get(&call).map(|call| call.stage);
        if stage == Some(CallStage::Claimed) {
            return Ok(Answer::Otherwise);
        }
        if !self.step(now, call, role, CallAction::Rejoin) {
            return Err(Refusal::NoCall(shown(&other)));
        }
        self.counters.rejoined_calls += u64::from(stage != Some(CallStage::Accepted));
        self.confirm_call(now, id, MessageType::RejoinCall, (other, number));
        let held = self.calls.get_mut(&call).map(|call| call.take_held(role));
        for message in held.into_iter().flatten() {
            self.tell(now, id, message);
        }
        Ok(Answer::Otherwise)
    }

    /// The call that `other` says it has with `user`, of which nothing else is known.
    fn claim_on(&self, user: &str, other: &str, number: CallNumber) -> Option<CallId> {
        let id = self.users.get(other)?.call?;
        let call = self.calls.get(&id)?;
        let is_theirs = call.stage == CallStage::Claimed && *call.callee == *user;
        (is_theirs && call.number == number).then_some(id)
    }

    /// Both say that the call stands, so it does.
    fn agree(&mut self, now: Time, id: CallId, user: &Arc<str>) {
        let Some(call) = self.calls.get(&id) else {
            return;
        };
        let (first, number) = (call.caller.clone(), call.number);
        self.set_call(user, Some(id));
        self.step(now, id, CallRole::Callee, CallAction::Rejoin);
        self.counters.rejoined_calls += 1;
        for (party, other) in [(&first, user), (user, &first)] {
            let request = MessageType::RejoinCall;
            let (user, call) = (Some(other.to_string()), Some(number));
            self.tell_user(now, party, Message::Ok { request, user, call });
        }
    }

    /// Keeps what only one has said so far.
    fn claim(
        &mut self,
        now: Time,
        user: &Arc<str>,
        other: &str,
        number: CallNumber,
    ) -> Result<(), Refusal> {
        if **user == *other {
            return Err(Refusal::SelfCall);
        }
        // A guest is not known before it is back itself.
        let is_guest = other.starts_with(GUEST_PREFIX) && other.len() <= MAX_USER_NAME;
        let is_known = self.users.contains_key(other) && self.sees(user, other);
        if !is_known && (!is_guest || self.users.contains_key(other)) {
            return Err(Refusal::UnknownUser(shown(other)));
        }
        let id = self.next_call_id();
        let parties = [user.clone(), other.into()];
        self.calls.insert(id, Call::new(now, number, parties, CallStage::Claimed));
        self.set_call(user, Some(id));
        self.plan_call_end(id);
        Ok(())
    }

    /// What is on its way to a party whose connection is lost waits with the call.
    pub(super) fn keep_relays(&mut self, user: &str, id: ConnectionId) {
        let Some(call) = self.users.get(user).and_then(|user| user.call) else {
            return;
        };
        let (Some(call), Some(connection)) =
            (self.calls.get_mut(&call), self.connections.get_mut(&id))
        else {
            return;
        };
        if call.stage != CallStage::Accepted && call.stage != CallStage::Away(call.role(user)) {
            return;
        }
        let role = call.role(user);
        let waiting = std::mem::replace(&mut connection.outbox, Outbox::new());
        for message in waiting.into_messages() {
            match is_relayed(&message) {
                true => call.hold(role, message),
                false => connection.outbox.push(message),
            }
        }
    }
}
