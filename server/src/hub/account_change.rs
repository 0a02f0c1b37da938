//! What was done to an account from outside.

/// Something that another program than the server did to an account, which is in the store already.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum AccountChange {
    /// There is a new account of this name.
    Added(String),
    /// All sessions of the account or the guest of this name have ended: the account was disabled or
    /// has a new password, or the one who invited the guest was disabled.
    Revoked(String),
    /// The account of this name is gone.
    Deleted(String),
}
