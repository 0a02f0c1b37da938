//! A key to verify signatures with.

use super::{KeyAlgorithm, RsaPublicKey};

/// The public key of a certificate.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PublicKey {
    /// An uncompressed point of P-256, SEC 1 section 2.3.3. Whether it is on the curve shows when a
    /// signature is verified.
    Secp256r1([u8; 65]),
    /// A key for RSA.
    Rsa(RsaPublicKey),
}

impl PublicKey {
    /// What it verifies.
    pub const fn algorithm(&self) -> KeyAlgorithm {
        match self {
            PublicKey::Secp256r1(_) => KeyAlgorithm::Ecdsa,
            PublicKey::Rsa(_) => KeyAlgorithm::Rsa,
        }
    }
}
