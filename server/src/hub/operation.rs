//! An operation on the accounts that is under way.

use std::sync::Arc;

use roomrtc_core::signaling::MessageType;

use super::ConnectionId;

/// Who waits for an operation, and what it is about.
#[derive(Clone, Debug)]
pub(super) struct Operation {
    pub(super) connection: ConnectionId,
    /// `REGISTER` or `LOGIN`.
    pub(super) request: MessageType,
    pub(super) user: Arc<str>,
}
