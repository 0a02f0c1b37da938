//! What a user asked the server for.

/// Something that was asked for and not yet confirmed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Wish {
    /// An account with this password.
    Register(String),
    /// A session.
    LogIn,
    /// The next token of the session.
    Resume,
    /// This password instead.
    ChangePassword(String),
    /// The end of the session.
    LogOut,
    /// The end of the account.
    Delete,
}
