//! Forwards or backwards in time.

/// Forwards or backwards in time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    /// To what is later.
    Forwards,
    /// To what is earlier.
    Backwards,
}
