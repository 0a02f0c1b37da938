//! An account as it is kept.

use std::fmt;

/// What the store knows of an account.
#[derive(Clone, PartialEq, Eq)]
pub struct StoredAccount {
    /// The hash of its password, a PHC string.
    pub password_hash: String,
    /// Whether the operator keeps it from logging in.
    pub is_disabled: bool,
}

impl fmt::Debug for StoredAccount {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("StoredAccount")
            .field("is_disabled", &self.is_disabled)
            .finish_non_exhaustive()
    }
}
