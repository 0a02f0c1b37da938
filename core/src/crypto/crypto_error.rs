//! What can go wrong in a cryptographic operation.

/// Why a cryptographic operation gave no result.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum CryptoError {
    /// A tag or a signature does not fit its message.
    #[error("authentication failed")]
    Authentication,
    /// A key has the wrong length, is not on the curve, or is otherwise unusable.
    #[error("invalid key")]
    InvalidKey,
    /// A certificate cannot be read, or its key is of a kind not supported.
    #[error("invalid certificate")]
    InvalidCertificate,
    /// The algorithm is not one this provider has.
    #[error("unsupported algorithm")]
    Unsupported,
}
