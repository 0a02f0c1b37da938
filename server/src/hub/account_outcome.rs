//! What became of an operation on the accounts.

/// The answer to an [`super::AccountRequest`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum AccountOutcome {
    /// The account was made and will outlast a crash.
    Created,
    /// There is an account of that name, or of one that differs only in case.
    NameTaken,
    /// The password is the user's.
    Verified,
    /// There is no such user, or the password is another.
    WrongCredentials,
    /// Too many operations wait; this one was not begun.
    Overloaded,
    /// The store could not be read or written.
    Failed,
}
