//! Why a command was refused.

/// Why a command was refused. The peer is as it was before.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum CommandError {
    /// The session has ended.
    #[error("the session is closed")]
    Closed,
    /// The command does not fit the state of offer and answer, RFC 8829 section 4.1.
    #[error("not possible while {0}")]
    WrongState(&'static str),
    /// A description cannot be read or cannot be agreed to.
    #[error("the session description is refused: {0}")]
    Description(String),
    /// A candidate cannot be read.
    #[error("the candidate is refused: {0}")]
    Candidate(String),
    /// There is no such media section, or it does not send.
    #[error("media section {0} cannot send")]
    Media(usize),
    /// A frame cannot be packetized.
    #[error("the frame cannot be sent: {0}")]
    Frame(String),
}
