//! How far the login is.

/// How far the login is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Login {
    /// There is no connection to the server yet.
    Connecting,
    /// The name and the password were sent.
    Trying,
    /// They were refused. Perhaps there is no such account: one is being made.
    Registering,
    /// The account was made, and is being logged in to.
    TryingAgain,
    /// Logged in.
    Done,
    /// The connection to the server is gone.
    Lost,
}
