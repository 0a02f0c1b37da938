//! What became of a fragment.

/// What [`super::Reassembler::insert`] did with a fragment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Insertion {
    /// It brought something new.
    Kept,
    /// It brought something new; an earlier one that contradicts it was thrown away.
    KeptInstead,
    /// It brought something new; messages that are due later were thrown away for it.
    KeptByEviction,
    /// It was there already, and belongs to the flight that is just coming.
    Repeated,
    /// It belongs to a flight that was answered: the peer may not have got the answer.
    Answered,
}
