//! Why an operation on the accounts failed.

use super::{NewTokenError, PasswordHasherError, StoreError};

/// What was in the way of an operation, whatever it was about.
#[derive(Debug, thiserror::Error)]
pub enum AccountsError {
    /// The store could not be read or written.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// The password could not be hashed.
    #[error(transparent)]
    PasswordHasher(#[from] PasswordHasherError),
    /// No token could be made.
    #[error(transparent)]
    NewToken(#[from] NewTokenError),
}
