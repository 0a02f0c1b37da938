//! The error of an epoch that has no record numbers left.

/// All 2^48 record numbers of an epoch are used.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the record numbers are used up")]
pub(in crate::dtls) struct SequenceExhausted;
