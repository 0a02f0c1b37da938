//! The error of a reader that ran out of bytes.

/// Fewer bytes were left than a field needs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("truncated: {needed} bytes needed, {left} left")]
pub struct Truncated {
    /// Bytes the field needs.
    pub needed: usize,
    /// Bytes that were left.
    pub left: usize,
}
