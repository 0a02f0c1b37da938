//! A call in the hub.

use std::sync::Arc;

use roomrtc_core::base::Time;
use roomrtc_core::signaling::client::CallRole;

use super::CallStage;

/// Two users, and how far they are. It is kept only while it rings or is accepted.
#[derive(Clone, Debug)]
pub(super) struct Call {
    pub(super) caller: Arc<str>,
    pub(super) callee: Arc<str>,
    pub(super) stage: CallStage,
    /// When it stops ringing.
    pub(super) ring_until: Time,
}

impl Call {
    /// The party that is not `role`.
    pub(super) const fn other(&self, role: CallRole) -> &Arc<str> {
        match role {
            CallRole::Caller => &self.callee,
            CallRole::Callee => &self.caller,
        }
    }

    /// Which end `user` is.
    pub(super) fn role(&self, user: &str) -> CallRole {
        if *self.caller == *user { CallRole::Caller } else { CallRole::Callee }
    }
}
