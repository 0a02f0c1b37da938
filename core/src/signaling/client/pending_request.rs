//! A request that has not been answered.

use super::super::{CallNumber, MessageType};

/// A request on its way. The server answers in order.
#[derive(Clone, Debug)]
pub(super) struct PendingRequest {
    pub(super) request: MessageType,
    /// The user it names; empty if it names none.
    pub(super) user: String,
    /// The call it names, if it names one.
    pub(super) call: Option<CallNumber>,
    /// An invitation that was given up before its answer came.
    pub(super) withdrawn: bool,
}
