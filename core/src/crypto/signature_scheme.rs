//! The signatures in use.

use super::HashAlgorithm;

/// A signature scheme of the TLS registry, RFC 8422 section 5.1.3 and RFC 8446 section 4.2.3.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum SignatureScheme {
    /// `ecdsa_secp256r1_sha256`, 0x0403.
    EcdsaSecp256r1Sha256,
    /// ECDSA with P-256 and SHA-384, 0x0503: TLS 1.2 lets the hash and the curve differ.
    EcdsaSecp256r1Sha384,
    /// ECDSA with P-256 and SHA-512, 0x0603: TLS 1.2 lets the hash and the curve differ.
    EcdsaSecp256r1Sha512,
}

impl SignatureScheme {
    /// The code point, hash then signature in TLS 1.2's reading.
    pub const fn code(self) -> u16 {
        match self {
            SignatureScheme::EcdsaSecp256r1Sha256 => 0x0403,
            SignatureScheme::EcdsaSecp256r1Sha384 => 0x0503,
            SignatureScheme::EcdsaSecp256r1Sha512 => 0x0603,
        }
    }

    /// The scheme of a code point, if it is one of ours.
    pub const fn from_code(code: u16) -> Option<SignatureScheme> {
        match code {
            0x0403 => Some(SignatureScheme::EcdsaSecp256r1Sha256),
            0x0503 => Some(SignatureScheme::EcdsaSecp256r1Sha384),
            0x0603 => Some(SignatureScheme::EcdsaSecp256r1Sha512),
            _ => None,
        }
    }

    /// The hash of the message that is signed.
    pub const fn hash_algorithm(self) -> HashAlgorithm {
        match self {
            SignatureScheme::EcdsaSecp256r1Sha256 => HashAlgorithm::Sha256,
            SignatureScheme::EcdsaSecp256r1Sha384 => HashAlgorithm::Sha384,
            SignatureScheme::EcdsaSecp256r1Sha512 => HashAlgorithm::Sha512,
        }
    }
}
