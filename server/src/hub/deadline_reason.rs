//! Why a deadline of the hub stands.

use super::{CallId, ConnectionId};

/// What is due when a [`super::Deadline`] passes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum DeadlineReason {
    /// The connection has to be logged in.
    Login(ConnectionId),
    /// The call stops ringing, or waiting for a party.
    Call(CallId),
    /// The connection has to have given a sign of life.
    Heartbeat(ConnectionId),
    /// The connection has to have read something.
    Stall(ConnectionId),
}
