//! What a client was not to be told.

/// Why a client gives up.
#[derive(Debug, thiserror::Error)]
pub enum Misheard {
    /// The server refuses.
    #[error("the server says: {0}")]
    Refused(String),
    /// What was relayed is not what was sent.
    #[error("a relayed message was changed")]
    Changed,
    /// It does not follow the protocol.
    #[error("what the server says cannot be read: {0}")]
    Unreadable(String),
}
