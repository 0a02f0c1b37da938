//! The error of a message that no frame can carry.

/// The body of a message is longer than [`super::limits::MAX_BODY`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the message takes {length} bytes, more than a frame may have")]
pub struct FrameTooLong {
    /// Length of the body, in bytes.
    pub length: usize,
}
