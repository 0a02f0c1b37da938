//! A call in the hub.

use std::sync::Arc;

use roomrtc_core::base::Time;
use roomrtc_core::signaling::client::CallRole;
use roomrtc_core::signaling::{CallNumber, Message};

use super::outbox::Outbox;
use super::{CallStage, HubConfig};

/// Two users, and how far they are. It is kept as long as it is not over.
#[derive(Clone, Debug)]
pub(super) struct Call {
    pub(super) caller: Arc<str>,
    pub(super) callee: Arc<str>,
    /// What its parties call it. Of a call that is only claimed, what it was called before.
    pub(super) number: CallNumber,
    pub(super) stage: CallStage,
    /// When it began to ring or was claimed.
    began: Time,
    /// When each party's connection was last lost: the caller's, then the callee's.
    lost: [Time; 2],
    /// When it ends by itself, if that was planned.
    pub(super) until: Option<Time>,
    /// What waits for a party whose connection is lost: the caller's, then the callee's.
    held: [Outbox; 2],
}

impl Call {
    pub(super) fn new(
        now: Time,
        number: CallNumber,
        [caller, callee]: [Arc<str>; 2],
        stage: CallStage,
    ) -> Call {
        let held = [Outbox::new(), Outbox::new()];
        Call { caller, callee, number, stage, began: now, lost: [now; 2], until: None, held }
    }

    /// Goes to its next stage, because of what `by` did.
    pub(super) fn advance(&mut self, now: Time, by: CallRole, stage: CallStage) {
        if self.stage.is_present(by) && !stage.is_present(by) {
            self.lost[by as usize] = now;
        }
        self.stage = stage;
    }

    /// The party that is not `role`.
    pub(super) const fn other(&self, role: CallRole) -> &Arc<str> {
        match role {
            CallRole::Caller => &self.callee,
            CallRole::Callee => &self.caller,
        }
    }

    /// The party that is `role`.
    pub(super) const fn party(&self, role: CallRole) -> &Arc<str> {
        self.other(role.other())
    }

    /// Which end `user` is.
    pub(super) fn role(&self, user: &str) -> CallRole {
        if *self.caller == *user { CallRole::Caller } else { CallRole::Callee }
    }

    /// When it ends by itself.
    pub(super) fn ends_at(&self, config: &HubConfig) -> Option<Time> {
        let [caller_lost, callee_lost] = self.lost;
        match self.stage {
            CallStage::Ringing => Some(self.began + config.ring_timeout),
            CallStage::Claimed => Some(self.began + config.resume_time),
            CallStage::Away(CallRole::Caller) => Some(caller_lost + config.resume_time),
            CallStage::Away(CallRole::Callee) => Some(callee_lost + config.resume_time),
            CallStage::BothAway => Some(caller_lost.max(callee_lost) + config.resume_time),
            CallStage::Accepted | CallStage::Rejected | CallStage::Ended(_) => None,
        }
    }

    /// What waits for a party, in bytes.
    pub(super) const fn held_bytes(&self, role: CallRole) -> usize {
        self.held[role as usize].bytes()
    }

    /// Keeps a message for a party.
    pub(super) fn hold(&mut self, role: CallRole, message: Message) {
        self.held[role as usize].push(message);
    }

    /// What was kept for a party, oldest first.
    pub(super) fn take_held(&mut self, role: CallRole) -> Vec<Message> {
        let held = &mut self.held[role as usize];
        std::iter::from_fn(|| held.pop()).collect()
    }
}
