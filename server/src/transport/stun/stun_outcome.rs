//! What became of a datagram.

/// What a datagram came to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum StunOutcome {
    /// It was answered.
    Answered,
    /// It is no well-formed Binding request.
    NotARequest,
    /// Its address has asked too often of late, or too many addresses have.
    TooOften,
}
