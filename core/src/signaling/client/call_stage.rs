//! How far a call is.

/// The stage of a call, as its client knows it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum CallStage {
    /// It rings at the callee.
    Ringing,
    /// It was accepted: descriptions and candidates pass.
    Accepted,
    /// It was accepted, and then the connection of one side was lost: its media may go on, but
    /// nothing more passes through the server.
    Detached,
}
