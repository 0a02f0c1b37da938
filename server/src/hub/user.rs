//! A user in the hub.

use roomrtc_core::signaling::UserState;

use super::{CallId, ConnectionId};

/// An account, and where its user is.
#[derive(Clone, Debug, Default)]
pub(super) struct User {
    /// The one connection it is logged in on.
    pub(super) connection: Option<ConnectionId>,
    /// The one call it is in, ringing included.
    pub(super) call: Option<CallId>,
    /// The number of its last change of presence.
    pub(super) changed: Option<u64>,
}

impl User {
    pub(super) const fn state(&self) -> UserState {
        match (self.connection, self.call) {
            (None, _) => UserState::Offline,
            (Some(_), None) => UserState::Available,
            (Some(_), Some(_)) => UserState::Busy,
        }
    }
}
