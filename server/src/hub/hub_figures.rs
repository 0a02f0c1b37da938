//! How much there is.

/// What a hub holds at one moment, for those who watch over it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct HubFigures {
    /// Connections, logged in or not.
    pub connections: usize,
    /// Connections on which a user is logged in.
    pub logged_in: usize,
    /// Calls, ringing or accepted.
    pub calls: usize,
    /// Operations on the accounts that are not done.
    pub operations: usize,
    /// What waits for all connections, in bytes.
    pub outbox_bytes: usize,
}
