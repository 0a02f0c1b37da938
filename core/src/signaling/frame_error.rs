//! Why a frame is broken.

/// How the length before a body breaks the grammar. Nothing behind it can be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum FrameError {
    /// Another byte stands where a decimal digit or the line feed has to be.
    #[error("byte {0:#04x} stands in the length of a frame")]
    NotALength(u8),
    /// The length is missing, zero, or begins with a zero.
    #[error("the length of a frame is missing or begins with a zero")]
    NoLength,
    /// The length is over the limit.
    #[error("a frame is longer than {limit} bytes")]
    TooLong {
        /// The longest body that is taken, in bytes.
        limit: usize,
    },
}
