//! A conversion that cannot be done.

/// A buffer does not hold the picture it should.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("a picture of {wanted} bytes was expected, and {found} came")]
pub struct ConversionError {
    /// Bytes that a picture of this size has.
    pub wanted: usize,
    /// Bytes that came.
    pub found: usize,
}
