//! The signatures in use.

use super::{HashAlgorithm, KeyAlgorithm};

/// A signature scheme of the TLS registry, RFC 8422 section 5.1.3 and RFC 8446 section 4.2.3. None
/// has SHA-1.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum SignatureScheme {
    /// `ecdsa_secp256r1_sha256`, 0x0403.
    EcdsaSecp256r1Sha256,
    /// ECDSA with P-256 and SHA-384, 0x0503: TLS 1.2 lets the hash and the curve differ.
    EcdsaSecp256r1Sha384,
    /// ECDSA with P-256 and SHA-512, 0x0603: TLS 1.2 lets the hash and the curve differ.
    EcdsaSecp256r1Sha512,
    /// `rsa_pss_rsae_sha256`, 0x0804: RSASSA-PSS with an ordinary RSA key, in TLS 1.2 too. The salt
    /// is as long as the hash.
    RsaPssRsaeSha256,
    /// `rsa_pss_rsae_sha384`, 0x0805.
    RsaPssRsaeSha384,
    /// `rsa_pss_rsae_sha512`, 0x0806.
    RsaPssRsaeSha512,
    /// `rsa_pkcs1_sha256`, 0x0401: RSASSA-PKCS1-v1_5.
    RsaPkcs1Sha256,
    /// `rsa_pkcs1_sha384`, 0x0501.
    RsaPkcs1Sha384,
    /// `rsa_pkcs1_sha512`, 0x0601.
    RsaPkcs1Sha512,
}

impl SignatureScheme {
    /// Every scheme, most preferred first.
    pub const ALL: [SignatureScheme; 9] = [
        SignatureScheme::EcdsaSecp256r1Sha256,
        SignatureScheme::EcdsaSecp256r1Sha384,
        SignatureScheme::EcdsaSecp256r1Sha512,
        SignatureScheme::RsaPssRsaeSha256,
        SignatureScheme::RsaPssRsaeSha384,
        SignatureScheme::RsaPssRsaeSha512,
        SignatureScheme::RsaPkcs1Sha256,
        SignatureScheme::RsaPkcs1Sha384,
        SignatureScheme::RsaPkcs1Sha512,
    ];

    /// The code point; of all but RSASSA-PSS, hash then signature in TLS 1.2's reading.
    pub const fn code(self) -> u16 {
        match self {
            SignatureScheme::EcdsaSecp256r1Sha256 => 0x0403,
            SignatureScheme::EcdsaSecp256r1Sha384 => 0x0503,
            SignatureScheme::EcdsaSecp256r1Sha512 => 0x0603,
            SignatureScheme::RsaPssRsaeSha256 => 0x0804,
            SignatureScheme::RsaPssRsaeSha384 => 0x0805,
            SignatureScheme::RsaPssRsaeSha512 => 0x0806,
            SignatureScheme::RsaPkcs1Sha256 => 0x0401,
            SignatureScheme::RsaPkcs1Sha384 => 0x0501,
            SignatureScheme::RsaPkcs1Sha512 => 0x0601,
        }
    }

    /// The scheme of a code point, if it is one of ours.
    pub fn from_code(code: u16) -> Option<SignatureScheme> {
        SignatureScheme::ALL.into_iter().find(|scheme| scheme.code() == code)
    }

    /// The hash of the message that is signed.
    pub const fn hash_algorithm(self) -> HashAlgorithm {
        match self {
            SignatureScheme::EcdsaSecp256r1Sha256
            | SignatureScheme::RsaPssRsaeSha256
            | SignatureScheme::RsaPkcs1Sha256 => HashAlgorithm::Sha256,
            SignatureScheme::EcdsaSecp256r1Sha384
            | SignatureScheme::RsaPssRsaeSha384
            | SignatureScheme::RsaPkcs1Sha384 => HashAlgorithm::Sha384,
            SignatureScheme::EcdsaSecp256r1Sha512
            | SignatureScheme::RsaPssRsaeSha512
            | SignatureScheme::RsaPkcs1Sha512 => HashAlgorithm::Sha512,
        }
    }

    /// What key makes such signatures.
    pub const fn key_algorithm(self) -> KeyAlgorithm {
        match self {
            SignatureScheme::EcdsaSecp256r1Sha256
            | SignatureScheme::EcdsaSecp256r1Sha384
            | SignatureScheme::EcdsaSecp256r1Sha512 => KeyAlgorithm::Ecdsa,
            SignatureScheme::RsaPssRsaeSha256
            | SignatureScheme::RsaPssRsaeSha384
            | SignatureScheme::RsaPssRsaeSha512
            | SignatureScheme::RsaPkcs1Sha256
            | SignatureScheme::RsaPkcs1Sha384
            | SignatureScheme::RsaPkcs1Sha512 => KeyAlgorithm::Rsa,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_code_point_is_that_of_one_scheme_and_none_has_sha_1() {
        for scheme in SignatureScheme::ALL {
            assert_eq!(SignatureScheme::from_code(scheme.code()), Some(scheme));
            assert_ne!(scheme.hash_algorithm(), HashAlgorithm::Sha1);
        }
        for code in [0x0101, 0x0201, 0x0203, 0x0301, 0x0303, 0x0807, 0x0809, 0x080a, 0x080b] {
            assert_eq!(SignatureScheme::from_code(code), None, "{code:04x}");
        }
    }
}
