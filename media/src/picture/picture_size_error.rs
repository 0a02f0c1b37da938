//! A size that cannot be.

/// Why something is not the size of a picture.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum PictureSizeError {
    /// The text is not two numbers.
    #[error("`{text}` is not a picture size such as 640x360")]
    NotASize {
        /// The text, or its beginning.
        text: String,
    },
    /// The numbers are odd, zero or too large.
    #[error("{width}x{height} cannot be encoded: both sides must be even, at most 3840x2160")]
    OutOfRange {
        /// Samples in a row.
        width: usize,
        /// Rows.
        height: usize,
    },
}
