//! What is being typed.

use std::fmt;

/// What is being typed into the forms of the account. It does not print itself.
#[derive(Clone, Default)]
pub struct AccountFields {
    /// The password as it is.
    pub password: String,
    /// The password as it is to be.
    pub new_password: String,
    /// That once more.
    pub repeated: String,
    /// Whether the question is open whether the account is to be deleted.
    pub is_deleting: bool,
}

impl AccountFields {
    /// Forgets everything.
    pub fn forget(&mut self) {
        *self = Self::default();
    }
}

impl fmt::Debug for AccountFields {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_struct(stringify!(AccountFields)).finish_non_exhaustive()
    }
}
