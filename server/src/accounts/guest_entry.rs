//! A guest who entered.

use crate::hub::{SessionId, UserSession};

/// What an invitation gave a guest.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GuestEntry {
    /// The guest's session.
    pub session: SessionId,
    /// The account that invited it.
    pub inviter: String,
    /// When the invitation ends, and with it the session, in seconds since 1970.
    pub expires_at: u64,
    /// The sessions of the inviter's other guests, oldest first.
    pub others: Vec<UserSession>,
}
