//! What became of resuming a session.

use crate::hub::{SessionId, UserSession};

/// The answer of the store to a token that was presented.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Resumption {
    /// The session of an account goes on with the next token.
    Account {
        /// The session.
        session: SessionId,
        /// The name of the account.
        user: String,
    },
    /// The session of a guest goes on with the next token.
    Guest {
        /// The session.
        session: SessionId,
        /// The name that the guest was given.
        guest: String,
        /// The name that it goes by.
        name: String,
        /// The account that invited it.
        inviter: String,
        /// When the session ends, in seconds since 1970.
        expires_at: u64,
    },
    /// The token was voided before: somebody has a copy. The session is revoked.
    Replayed(UserSession),
    /// No session that lasts knows such a token.
    Unknown,
}
