//! States of pairs.

/// The state of a pair, RFC 8445 section 6.1.2.6.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) enum PairState {
    /// Not checked before a pair of its foundation was.
    Frozen,
    /// To be checked.
    Waiting,
    /// A check is under way.
    InProgress,
    /// A check succeeded: the pair is valid.
    Succeeded,
    /// A check failed.
    Failed,
}
