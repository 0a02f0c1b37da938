//! Why a command was not taken.

/// Why a client does not do what it was asked. Nothing was sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum CommandError {
    /// There is no connection to the server.
    #[error("there is no connection to the server")]
    NotConnected,
    /// Only who is logged in can do this.
    #[error("you are not logged in")]
    NotLoggedIn,
    /// Who is logged in cannot do this.
    #[error("you are logged in already")]
    AlreadyLoggedIn,
    /// There is a call or an invitation already.
    #[error("you are in a call already")]
    InCall,
    /// There is no call in a stage for this.
    #[error("there is no call for this")]
    NoCall,
    /// The call goes on without the server, so nothing can be sent to the other party.
    #[error("the call has lost its connection to the server")]
    CallDetached,
    /// The description or the candidate is longer than a server relays.
    #[error("{length} bytes are more than can be sent at once")]
    TooLong {
        /// Its length, in bytes.
        length: usize,
    },
    /// Too much waits to be sent, or too many requests wait for an answer.
    #[error("the server does not keep up")]
    Backlogged,
}
