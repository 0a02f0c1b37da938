//! An account as the operator sees it.

/// A line of the list of accounts.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct AccountListing {
    /// Its name.
    pub name: String,
    /// When it was made, in seconds since 1970.
    pub created_at: u64,
    /// Whether the operator keeps it from logging in.
    pub is_disabled: bool,
}
