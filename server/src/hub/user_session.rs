//! A session and its user.

use super::SessionId;

/// A session of a user or a guest.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UserSession {
    /// The session.
    pub session: SessionId,
    /// Whose it is: the name of an account, or the one that a guest was given.
    pub user: String,
}
