//! Calls: invitations and what becomes of them.

use std::sync::Arc;

use roomrtc_core::base::Time;
use roomrtc_core::signaling::client::CallRole;
use roomrtc_core::signaling::limits::MAX_USER_NAME;
use roomrtc_core::signaling::{Message, UserState};

use super::call::Call;
use super::{CallAction, CallId, CallStage, Deadline, DeadlineReason, Hub, Refusal};

impl Hub {
    pub(super) fn invite(
        &mut self,
        now: Time,
        caller: &Arc<str>,
        callee: &str,
    ) -> Result<(), Refusal> {
        if **caller == *callee {
            return Err(Refusal::SelfCall);
        }
        let Some((callee, user)) = self.users.get_key_value(callee) else {
            return Err(Refusal::UnknownUser(shown(callee)));
        };
        let callee = callee.clone();
        let (connection, state) = (user.connection, user.state());
        if self.users.get(caller).is_some_and(|user| user.call.is_some()) {
            return self.invite_back(now, caller, &callee);
        }
        match (state, connection) {
            (UserState::Busy, _) => Err(Refusal::UserBusy(callee.to_string())),
            (UserState::Available, Some(id)) if self.is_crowded(id) => {
                Err(Refusal::UserNotReading(callee.to_string()))
            }
            (UserState::Available, Some(_)) => {
                self.ring(now, caller.clone(), callee);
                Ok(())
            }
            _ => Err(Refusal::UserOffline(callee.to_string())),
        }
    }

    /// An invitation by a user in a call: to the very user whose call is ringing here, it is an
    /// acceptance; the two crossed.
    fn invite_back(&mut self, now: Time, user: &str, other: &str) -> Result<(), Refusal> {
        self.act(now, user, other, CallAction::Accept).map_err(|_| Refusal::InCall)
    }

    fn ring(&mut self, now: Time, caller: Arc<str>, callee: Arc<str>) {
        let id = CallId(self.next_call);
        self.next_call += 1;
        for party in [&caller, &callee] {
            self.set_call(party, Some(id));
        }
        let ring_until = now + self.config.ring_timeout;
        self.deadlines.insert(Deadline { at: ring_until, reason: DeadlineReason::Ring(id) });
        self.tell_user(now, &callee, news(CallStage::Ringing, &caller));
        self.calls.insert(id, Call { caller, callee, stage: CallStage::Ringing, ring_until });
    }

    /// `user` does `action` to its call with `other`.
    pub(super) fn act(
        &mut self,
        now: Time,
        user: &str,
        other: &str,
        action: CallAction,
    ) -> Result<(), Refusal> {
        let id = self.call_between(user, other);
        let done = id.is_some_and(|(id, role)| self.step(now, id, role, action));
        if done { Ok(()) } else { Err(Refusal::NoCall(shown(other))) }
    }

    /// The call of `user`, if it is with `other`, and which end `user` is.
    pub(super) fn call_between(&self, user: &str, other: &str) -> Option<(CallId, CallRole)> {
        let id = self.users.get(user)?.call?;
        let call = self.calls.get(&id)?;
        let role = call.role(user);
        (**call.other(role) == *other).then_some((id, role))
    }

    pub(super) fn ring_out(&mut self, now: Time, id: CallId) {
        self.step(now, id, CallRole::Callee, CallAction::TimeOut);
    }

    pub(super) fn end_call_of(&mut self, now: Time, user: &str, action: CallAction) {
        let Some(id) = self.users.get(user).and_then(|user| user.call) else {
            return;
        };
        if let Some(role) = self.calls.get(&id).map(|call| call.role(user)) {
            self.step(now, id, role, action);
        }
    }

    /// Takes the call to its next stage and tells who has to know. Says whether there is one.
    fn step(&mut self, now: Time, id: CallId, by: CallRole, action: CallAction) -> bool {
        let Some(call) = self.calls.get_mut(&id) else {
            return false;
        };
        let Some(next) = call.stage.after(action, by) else {
            return false;
        };
        call.stage = next;
        let (actor, other) = match by {
            CallRole::Caller => (call.caller.clone(), call.callee.clone()),
            CallRole::Callee => (call.callee.clone(), call.caller.clone()),
        };
        let at = call.ring_until;
        self.deadlines.remove(&Deadline { at, reason: DeadlineReason::Ring(id) });
        if next != CallStage::Accepted {
            self.calls.remove(&id);
            self.set_call(&actor, None);
            self.set_call(&other, None);
        }
        self.tell_user(now, &other, news(next, &actor));
        if action == CallAction::TimeOut {
            self.tell_user(now, &actor, news(next, &other));
        }
        true
    }

    fn set_call(&mut self, name: &Arc<str>, call: Option<CallId>) {
        if let Some(user) = self.users.get_mut(name) {
            user.call = call;
        }
        self.touch(name);
    }
}

/// What the other party is told when `user` has taken a call to `stage`.
fn news(stage: CallStage, user: &str) -> Message {
    let user = user.to_owned();
    match stage {
        CallStage::Ringing => Message::IncomingCall { user, name: None },
        CallStage::Accepted => Message::AcceptCall { user },
        CallStage::Rejected => Message::RejectCall { user },
        CallStage::Ended(reason) => Message::CallEnded { user, reason },
    }
}

/// A name from outside, cut to what a name can be.
pub(super) fn shown(name: &str) -> String {
    name.chars().take(MAX_USER_NAME).collect()
}
