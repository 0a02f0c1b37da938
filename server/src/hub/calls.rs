//! Calls: invitations and what becomes of them.

use std::sync::Arc;

use roomrtc_core::base::Time;
use roomrtc_core::signaling::client::CallRole;
use roomrtc_core::signaling::limits::MAX_USER_NAME;
use roomrtc_core::signaling::{Message, MessageType, UserState};

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
        let callee = self.find_callee(caller, callee)?;
        self.abandon(now, caller);
        let known = self.users.get(&callee);
        let state = known.map_or(UserState::Offline, User::state);
        let connection = known.and_then(|known| known.connection);
        if self.users.get(caller).is_some_and(|user| user.call.is_some()) {
            return self.invite_back(now, caller, &callee);
        }
        match (state, connection) {
            (UserState::Busy, _) => self.miss(now, id, caller, callee, Refusal::UserBusy),
            (UserState::Available, Some(line)) if self.is_crowded(line) => {
                Err(Refusal::UserNotReading(callee.to_string()))
            }
            (UserState::Available, Some(_)) => {
                self.ring(now, caller.clone(), callee);
                Ok(Answer::Done)
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
    fn invite_back(&mut self, now: Time, user: &str, other: &str) -> Result<Answer, Refusal> {
        self.act(now, user, other, CallAction::Accept).map_err(|_| Refusal::InCall)
    }

    fn ring(&mut self, now: Time, caller: Arc<str>, callee: Arc<str>) {
        let id = CallId(self.next_call);
        self.next_call += 1;
        self.counters.calls += 1;
        for party in [&caller, &callee] {
            self.set_call(party, Some(id));
            self.users.get_mut(party).into_iter().for_each(|user| user.last_word = None);
        }
        let (user, name) = (caller.to_string(), self.guest_name(&caller));
        self.tell_user(now, &callee, Message::IncomingCall { user, name });
        self.calls.insert(id, Call::new(now, caller, callee, CallStage::Ringing));
        self.plan_call_end(id);
    }

    /// `user` does `action` to its call with `other`.
    pub(super) fn act(
        &mut self,
        now: Time,
        user: &str,
        other: &str,
        action: CallAction,
    ) -> Result<Answer, Refusal> {
        let id = self.call_between(user, other);
        let done = id.is_some_and(|(id, role)| self.step(now, id, role, action));
        if done { Ok(Answer::Done) } else { Err(Refusal::NoCall(shown(other))) }
    }

    /// `user` hangs up or cancels. A call that was cancelled is missed, which is noted before
    /// another request is taken.
    pub(super) fn end_call(
        &mut self,
        now: Time,
        id: ConnectionId,
        user: &Arc<str>,
        other: &str,
    ) -> Result<Answer, Refusal> {
        let call = self.call_between(user, other).and_then(|(id, _)| self.calls.get(&id));
        let cancelled = call.filter(|c| c.stage == CallStage::Ringing && *c.caller == **user);
        let callee = cancelled.map(|call| call.callee.clone());
        self.act(now, user, other, CallAction::End)?;
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

    /// The call of `user`, if it is with `other`, and which end `user` is.
    pub(super) fn call_between(&self, user: &str, other: &str) -> Option<(CallId, CallRole)> {
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
