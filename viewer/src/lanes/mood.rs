//! How a state is to be taken.

/// How a state is to be taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mood {
    /// Nothing has begun, or everything is over.
    Idle,
    /// On the way.
    Busy,
    /// As it should be.
    Good,
    /// Not as it should be.
    Bad,
}
