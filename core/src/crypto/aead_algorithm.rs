//! The authenticated ciphers in use.

/// An AEAD of NIST SP 800-38D with a 96-bit nonce and a 128-bit tag.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum AeadAlgorithm {
    /// AES-128 in Galois/Counter Mode.
    Aes128Gcm,
    /// AES-256 in Galois/Counter Mode.
    Aes256Gcm,
}

impl AeadAlgorithm {
    /// Bytes of the key.
    pub const fn key_length(self) -> usize {
        match self {
            AeadAlgorithm::Aes128Gcm => 16,
            AeadAlgorithm::Aes256Gcm => 32,
        }
    }

    /// Bytes of the tag.
    pub const TAG_LENGTH: usize = 16;

    /// Bytes of the nonce.
    pub const NONCE_LENGTH: usize = 12;
}
