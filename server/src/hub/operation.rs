//! An operation on the accounts that is under way.

use std::sync::Arc;

use roomrtc_core::signaling::MessageType;

use super::guess::Guess;
use super::{ConnectionId, Refusal};

/// Who waits for an operation, and what it is about.
#[derive(Clone, Debug)]
pub(super) struct Operation {
    /// Who waits for it, if anybody.
    pub(super) connection: Option<ConnectionId>,
    /// What was asked for.
    pub(super) request: MessageType,
    /// The user that the request named or that it is about, if any.
    pub(super) user: Option<Arc<str>>,
    /// What the request is answered once the operation is done, if it cannot be done itself.
    pub(super) refusal: Option<Refusal>,
    /// What a wrong password counts against, if one is checked.
    pub(super) guess: Option<Guess>,
}

impl Operation {
    /// An operation for a request of a connection.
    pub(super) const fn of(connection: ConnectionId, request: MessageType) -> Operation {
        let connection = Some(connection);
        Operation { connection, request, user: None, refusal: None, guess: None }
    }
}
