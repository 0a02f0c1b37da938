//! What a sequence number turned out to be.

/// What [`super::SequenceNumbers`] makes of a packet's sequence number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SequenceVerdict {
    /// It belongs to the sequence; its extended number follows.
    Valid(u64),
    /// It is the second of two in a row far away from the sequence: the sender has restarted.
    /// Counting starts anew at the extended number that follows, above all before it.
    Restarted(u64),
    /// It is far away from the sequence: dropped, unless the next one follows it.
    OutOfRange,
}
