//! When a request is answered.

/// How a request that was not refused is answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Answer {
    /// By `OK`, now.
    Done,
    /// Later, or by another message.
    Otherwise,
}
