//! What a STUN server said.

use std::net::SocketAddr;

use super::ErrorCode;

/// The end of a [`super::BindingTransaction`] that was answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BindingOutcome {
    /// The server sees us at this address.
    Mapped(SocketAddr),
    /// The server refuses.
    Refused(ErrorCode),
    /// The response says nothing of use, or must be understood and cannot be.
    Unusable,
}
