//! What the hub has its shell do.

use std::net::IpAddr;

use super::{AccountRequest, CloseReason, ConnectionId, OperationId};

/// Something to be done outside the hub.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Effect {
    /// Do this to the accounts, and hand the outcome back as
    /// [`super::Input::AccountDone`].
    Account {
        /// Which operation it is.
        operation: OperationId,
        /// The address of the connection that waits for it, if one does: no address should keep
        /// the workers from all others.
        address: Option<IpAddr>,
        /// What to do.
        request: AccountRequest,
    },
    /// Close this connection, and say so with [`super::Input::Closed`].
    Close {
        /// The connection.
        connection: ConnectionId,
        /// Why.
        reason: CloseReason,
    },
}
