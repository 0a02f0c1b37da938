//! Why a handshake message cannot be read.

use crate::wire::Truncated;

/// Why the body of a handshake message, or an extension in it, cannot be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum DecodeError {
    /// A field goes past the end.
    #[error(transparent)]
    Truncated(#[from] Truncated),
    /// Bytes are left behind the last field.
    #[error("{0} bytes too many")]
    TrailingBytes(usize),
    /// A list or a string has a length it may not have.
    #[error("a field of {0} bytes, which it may not have")]
    InvalidLength(usize),
    /// An extension occurs twice, RFC 5246 section 7.4.1.4.
    #[error("extension {0} occurs twice")]
    RepeatedExtension(u16),
    /// A curve is not given by its name, RFC 8422 section 5.4.
    #[error("curve type {0} is not a named curve")]
    CurveType(u8),
}
