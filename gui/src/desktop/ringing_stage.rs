//! How far a call is that nobody has accepted yet.

/// How far a call is that was not accepted yet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RingingStage {
    /// The server is being asked.
    Calling,
    /// It rings at the other side.
    RingsThere,
    /// It rings here: accept or reject.
    RingsHere,
    /// It was accepted here, and the server is told so.
    Accepting,
}
