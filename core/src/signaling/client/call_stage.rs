//! How far a call is.

/// The stage of a call, as its client knows it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum CallStage {
    /// It rings at the callee.
    Ringing,
    /// It was accepted: descriptions and candidates pass.
    Accepted,
    /// It was accepted, and then this client's connection was lost, or the server has given up
    /// waiting for the other party's: its media may go on, but nothing passes through the server
    /// unless the call is resumed.
    Detached,
}
