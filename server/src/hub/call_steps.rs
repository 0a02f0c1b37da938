//! How calls go from stage to stage, and who is told.

use std::sync::Arc;

use roomrtc_core::base::Time;
use roomrtc_core::signaling::client::CallRole;
use roomrtc_core::signaling::{CallEndReason, Message};

use super::call::Call;
use super::{CallAction, CallId, CallStage, Deadline, DeadlineReason, Hub};

impl Hub {
    /// Its time has run out.
    pub(super) fn time_out(&mut self, now: Time, id: CallId) {
        self.step(now, id, CallRole::Callee, CallAction::TimeOut);
    }

    /// Takes the call to its next stage and tells who has to know. Says whether there is one.
    pub(super) fn step(&mut self, now: Time, id: CallId, by: CallRole, action: CallAction) -> bool {
        let Some(call) = self.calls.get_mut(&id) else {
            return false;
        };
        let before = call.stage;
        let Some(next) = before.after(action, by) else {
            return false;
        };
        call.advance(now, by, next);
        match next {
            CallStage::Rejected | CallStage::Ended(_) => {
                self.finish_call(now, id, by, action, before)
            }
            CallStage::Accepted if before == CallStage::Ringing => self.accepted(now, id, by),
            // What happens to the connection of one is not told to the other.
            _ => self.plan_call_end(id),
        }
        true
    }

    fn accepted(&mut self, now: Time, id: CallId, by: CallRole) {
        self.counters.accepted_calls += 1;
        self.plan_call_end(id);
        if let Some(call) = self.calls.get(&id) {
            let (user, other) = (call.party(by).to_string(), call.other(by).clone());
            let call = call.number;
            self.tell_user(now, &other, Message::AcceptCall { user, call });
        }
    }

    fn finish_call(
        &mut self,
        now: Time,
        id: CallId,
        by: CallRole,
        action: CallAction,
        before: CallStage,
    ) {
        self.unplan_call_end(id);
        let Some(call) = self.calls.remove(&id) else {
            return;
        };
        for role in [CallRole::Caller, CallRole::Callee] {
            if self.users.get(call.party(role)).is_some_and(|user| user.call == Some(id)) {
                self.set_call(call.party(role), None);
            }
        }
        for role in [by.other(), by] {
            if role != by || action == CallAction::TimeOut {
                self.tell_end(now, &call, role, before);
            }
        }
        let is_missed = before == CallStage::Ringing && call.stage != CallStage::Rejected;
        if is_missed && action != CallAction::End {
            self.note_silently(now, &call.caller, &call.callee);
        }
        for role in [CallRole::Caller, CallRole::Callee] {
            self.forget_guest(call.party(role));
        }
    }

    /// Tells one party that the call is over. One that is away is told when it comes back; if only
    /// the time for that has run out, it may still claim the call.
    fn tell_end(&mut self, now: Time, call: &Call, role: CallRole, before: CallStage) {
        let (party, user) = (call.party(role), call.other(role).to_string());
        let number = call.number;
        match call.stage {
            CallStage::Rejected => {
                self.tell_user(now, party, Message::RejectCall { user, call: number });
            }
            CallStage::Ended(reason) if before.is_present(role) => {
                self.tell_user(now, party, Message::CallEnded { user, call: number, reason });
            }
            CallStage::Ended(CallEndReason::ConnectionLost) => {}
            CallStage::Ended(reason) if before != CallStage::Claimed => {
                if let Some(known) = self.users.get_mut(party) {
                    known.last_word = Some((number, reason));
                }
            }
            _ => {}
        }
    }

    /// Sees to it that the call ends when its time runs out.
    pub(super) fn plan_call_end(&mut self, id: CallId) {
        self.unplan_call_end(id);
        if let Some(call) = self.calls.get_mut(&id) {
            call.until = call.ends_at(&self.config);
            let reason = DeadlineReason::Call(id);
            self.deadlines.extend(call.until.map(|at| Deadline { at, reason }));
        }
    }

    fn unplan_call_end(&mut self, id: CallId) {
        if let Some(at) = self.calls.get_mut(&id).and_then(|call| call.until.take()) {
            self.deadlines.remove(&Deadline { at, reason: DeadlineReason::Call(id) });
        }
    }

    pub(super) fn set_call(&mut self, name: &Arc<str>, call: Option<CallId>) {
        if let Some(user) = self.users.get_mut(name) {
            user.call = call;
        }
        self.touch(name);
    }
}
