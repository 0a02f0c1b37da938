//! Why a fingerprint cannot be read.

/// Why a `fingerprint` attribute cannot be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum FingerprintError {
    /// The hash function is not SHA-256, SHA-384 or SHA-512.
    #[error("the hash function is not in use here")]
    HashFunction,
    /// The digest is not pairs of hexadecimal digits, or not as many as the function yields.
    #[error("the digest is malformed")]
    Digest,
}
