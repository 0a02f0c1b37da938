//! Why no password can be hashed.

/// A password could not be hashed: the cost is out of range, or the system gave no randomness or
/// no memory.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("passwords cannot be hashed: {0}")]
pub struct PasswordHasherError(pub String);

impl PasswordHasherError {
    pub(super) fn because(error: impl ToString) -> PasswordHasherError {
        PasswordHasherError(error.to_string())
    }
}
