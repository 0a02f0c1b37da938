//! How far an entry is.

/// What is being done of an entry that the user has asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WelcomeStep {
    /// The server of "try it here" is being started.
    StartingLocalServer,
    /// The connection to the server is being made.
    Connecting,
    /// The account is being made.
    Registering,
    /// The login is being checked.
    SigningIn,
}
