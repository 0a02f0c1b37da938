//! Who a connection is.

use std::sync::Arc;

/// The state of a connection.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum ConnectionState {
    /// Not logged in.
    Anonymous,
    /// Logged in as this user.
    LoggedIn(Arc<str>),
    /// To be closed by the shell; nothing it sends counts any more.
    Closing,
}
