//! Calls: invitations and what becomes of them.

use std::sync::Arc;

use roomrtc_core::base::Time;
use roomrtc_core::signaling::client::CallRole;
use roomrtc_core::signaling::limits::MAX_USER_NAME;
use roomrtc_core::signaling::{CallNumber, Message, MessageType, UserState};

use super::answer::Answer;
use super::call::Call;
use super::operation::Operation;
use super::user::User;
use super::{CallAction, CallId, CallStage, ConnectionId, Hub, Refusal};

impl Hub {
    pub(super) fn invite(
        &mut self,
        now: Time,
        id: ConnectionId,
        caller: &Arc<str>,
        callee: &str,
    ) -> Result<Answer, Refusal> {
        self.set_invited(id, None);
        let callee = self.find_callee(caller, callee)?;
        self.abandon(now, caller);
        let known = self.users.get(&callee);
        let state = known.map_or(UserState::Offline, User::state);
        let connection = known.and_then(|known| known.connection);
        if self.users.get(caller).is_some_and(|user| user.call.is_some()) {
            return self.invite_back(now, id, caller, &callee);
        }
        match (state, connection) {
            (UserState::Busy, _) => self.miss(now, id, caller, callee, Refusal::UserBusy),
            (UserState::Available, Some(line)) if self.is_crowded(line) => {
                Err(Refusal::UserNotReading(callee.to_string()))
            }
            (UserState::Available, Some(_)) => {
                self.ring(now, id, caller.clone(), callee);
                Ok(Answer::Otherwise)
            }
            _ => self.miss(now, id, caller, callee, Refusal::UserOffline),
        }
    }

    /// Whom `caller` may call by this name.
    fn find_callee(&self, caller: &str, callee: &str) -> Result<Arc<str>, Refusal> {
        if caller == callee {
            return Err(Refusal::SelfCall);
        }
        let known = self.users.get_key_value(callee).filter(|_| self.sees(caller, callee));
        known.map(|(name, _)| name.clone()).ok_or_else(|| Refusal::UnknownUser(shown(callee)))
    }

    /// Whoever calls somebody has let go of a call that its lost connection left behind.
    fn abandon(&mut self, now: Time, user: &str) {
        let Some(id) = self.users.get(user).and_then(|user| user.call) else {
            return;
        };
        let role = self.calls.get(&id).map(|call| (call.role(user), call.stage));
        if let Some((role, _)) = role.filter(|(role, stage)| !stage.is_present(*role)) {
            self.step(now, id, role, CallAction::TimeOut);
        }
    }

    /// The callee cannot be called now, which is noted for it before the caller is told.
    fn miss(
        &mut self,
        now: Time,
        id: ConnectionId,
        caller: &Arc<str>,
        callee: Arc<str>,
        refusal: fn(String) -> Refusal,
    ) -> Result<Answer, Refusal> {
        let refusal = refusal(callee.to_string());
        let mut operation = Operation::of(id, MessageType::Invite);
        operation.user = Some(callee.clone());
        operation.refusal = Some(refusal.clone());
        match self.note_missed_call(now, operation, (caller, &callee)) {
            true => Ok(Answer::Otherwise),
            false => Err(refusal),
        }
    }

    /// An invitation by a user in a call: to the very user whose call is ringing here, it is an
    /// acceptance; the two crossed.
    fn invite_back(
        &mut self,
        now: Time,
        id: ConnectionId,
        user: &str,
        other: &str,
    ) -> Result<Answer, Refusal> {
        let ringing = self.call_between(user, other).ok_or(Refusal::InCall)?;
        if !self.step(now, ringing.0, ringing.1, CallAction::Accept) {
            return Err(Refusal::InCall);
        }
        self.confirm_invitation(now, id, ringing.0, other);
        Ok(Answer::Otherwise)
    }

    fn ring(&mut self, now: Time, connection: ConnectionId, caller: Arc<str>, callee: Arc<str>) {
        let (id, call) = (self.next_call_id(), self.next_call_number(now));
        self.counters.calls += 1;
        for party in [&caller, &callee] {
            self.set_call(party, Some(id));
            self.users.get_mut(party).into_iter().for_each(|user| user.last_word = None);
        }
        let (user, name) = (caller.to_string(), self.guest_name(&caller));
        self.tell_user(now, &callee, Message::IncomingCall { user, call, name });
        let called = callee.to_string();
        self.calls.insert(id, Call::new(now, call, [caller, callee], CallStage::Ringing));
        self.plan_call_end(id);
        self.confirm_invitation(now, connection, id, &called);
    }

    /// Tells the sender of an invitation which call it is now in.
    fn confirm_invitation(&mut self, now: Time, id: ConnectionId, call: CallId, other: &str) {
        self.set_invited(id, Some(call));
        if let Some(number) = self.calls.get(&call).map(|call| call.number) {
            self.confirm_call(now, id, MessageType::Invite, (other.to_owned(), number));
        }
    }

    fn set_invited(&mut self, id: ConnectionId, call: Option<CallId>) {
        if let Some(connection) = self.connections.get_mut(&id) {
            connection.invited = call;
        }
    }

    pub(super) const fn next_call_id(&mut self) -> CallId {
        let id = CallId(self.next_call);
        self.next_call += 1;
        id
    }

    /// A number that no call had before, be it of an earlier run of the server: the time in
    /// microseconds since 1970, or one more than the last.
    fn next_call_number(&mut self, now: Time) -> CallNumber {
        let since_1970 = self.config.epoch + now.since(Time::ZERO);
        let clock = u64::try_from(since_1970.as_micros()).unwrap_or(u64::MAX);
        self.last_call = CallNumber(clock.max(self.last_call.0.saturating_add(1)));
        self.last_call
    }

    /// `user` does `action` to this call with `other`.
    pub(super) fn act(
        &mut self,
        now: Time,
        user: &str,
        (other, number): (&str, CallNumber),
        action: CallAction,
    ) -> Result<Answer, Refusal> {
        let id = self.call_named(user, other, number);
        let done = id.is_some_and(|(id, role)| self.step(now, id, role, action));
        if done { Ok(Answer::Done) } else { Err(Refusal::NoCall(shown(other))) }
    }

    /// `user` hangs up or cancels; without a number, what it was last asked on its connection to
    /// call. A call that was cancelled is missed, which is noted before another request is taken.
    pub(super) fn end_call(
        &mut self,
        now: Time,
        id: ConnectionId,
        user: &Arc<str>,
        (other, number): (&str, Option<CallNumber>),
    ) -> Result<Answer, Refusal> {
        let named = match number {
            Some(number) => self.call_named(user, other, number),
            None => self.call_invited(id, user, other),
        };
        let (call, role) = named.ok_or_else(|| Refusal::NoCall(shown(other)))?;
        let ringing = self.calls.get(&call).filter(|call| call.stage == CallStage::Ringing);
        let callee = ringing.filter(|_| role == CallRole::Caller).map(|call| call.callee.clone());
        if !self.step(now, call, role, CallAction::End) {
            return Err(Refusal::NoCall(shown(other)));
        }
        let Some(callee) = callee else {
            return Ok(Answer::Done);
        };
        // Confirmed before anything else that the other does, or the caller could not tell which
        // call it has ended.
        self.confirm(now, id, MessageType::EndCall, Some(callee.to_string()));
        let operation = Operation::of(id, MessageType::EndCall);
        self.note_missed_call(now, operation, (user, &callee));
        Ok(Answer::Otherwise)
    }

    /// The call of `user`, if it is with `other` and has this number, and which end `user` is.
    pub(super) fn call_named(
        &self,
        user: &str,
        other: &str,
        number: CallNumber,
    ) -> Option<(CallId, CallRole)> {
        let found = self.call_between(user, other)?;
        self.calls.get(&found.0).filter(|call| call.number == number).map(|_| found)
    }

    /// The call of `user`, if it is with `other` and what its last invitation on this connection
    /// made or met.
    fn call_invited(
        &self,
        id: ConnectionId,
        user: &str,
        other: &str,
    ) -> Option<(CallId, CallRole)> {
        let invited = self.connections.get(&id)?.invited?;
        self.call_between(user, other).filter(|(call, _)| *call == invited)
    }

    /// The call of `user`, if it is with `other`, and which end `user` is.
    fn call_between(&self, user: &str, other: &str) -> Option<(CallId, CallRole)> {
        let id = self.users.get(user)?.call?;
        let call = self.calls.get(&id)?;
        let role = call.role(user);
        (**call.other(role) == *other).then_some((id, role))
    }

    pub(super) fn end_call_of(&mut self, now: Time, user: &str, action: CallAction) {
        let Some(id) = self.users.get(user).and_then(|user| user.call) else {
            return;
        };
        if let Some(role) = self.calls.get(&id).map(|call| call.role(user)) {
            self.step(now, id, role, action);
        }
    }
}

/// A name from outside, cut to what a name can be.
pub(super) fn shown(name: &str) -> String {
    name.chars().take(MAX_USER_NAME).collect()
}
