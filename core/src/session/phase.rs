//! How far a peer has come.

/// Whether a session goes on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Phase {
    /// It is being set up, or goes on.
    Open,
    /// It has ended: what was to be said to the other side is still sent, nothing is taken.
    Closed,
}
