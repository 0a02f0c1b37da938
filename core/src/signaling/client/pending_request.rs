//! A request that has not been answered.

use super::super::MessageType;

/// A request on its way. The server answers in order.
#[derive(Clone, Debug)]
pub(super) struct PendingRequest {
    pub(super) request: MessageType,
    /// The user it names; empty if it names none.
    pub(super) user: String,
    /// An invitation that was given up before its answer came.
    pub(super) withdrawn: bool,
}
