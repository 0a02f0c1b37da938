//! The cipher suites in use.

use std::fmt;

use crate::crypto::{AeadAlgorithm, HashAlgorithm, KeyAlgorithm};

/// A cipher suite of RFC 5289: ECDHE_ECDSA or ECDHE_RSA with AES-GCM. Those of RSA are for servers
/// whose certificate is of RSA: a client of ours offers them, a server of ours never chooses them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum CipherSuite {
    /// `TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256`, 0xc02b.
    EcdheEcdsaAes128GcmSha256,
    /// `TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384`, 0xc02c.
    EcdheEcdsaAes256GcmSha384,
    /// `TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256`, 0xc02f.
    EcdheRsaAes128GcmSha256,
    /// `TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384`, 0xc030.
    EcdheRsaAes256GcmSha384,
}

impl CipherSuite {
    /// Every suite, most preferred first.
    pub const ALL: [CipherSuite; 4] = [
        CipherSuite::EcdheEcdsaAes128GcmSha256,
        CipherSuite::EcdheEcdsaAes256GcmSha384,
        CipherSuite::EcdheRsaAes128GcmSha256,
        CipherSuite::EcdheRsaAes256GcmSha384,
    ];

    /// The code point.
    pub const fn code(self) -> u16 {
        match self {
            CipherSuite::EcdheEcdsaAes128GcmSha256 => 0xc02b,
            CipherSuite::EcdheEcdsaAes256GcmSha384 => 0xc02c,
            CipherSuite::EcdheRsaAes128GcmSha256 => 0xc02f,
            CipherSuite::EcdheRsaAes256GcmSha384 => 0xc030,
        }
    }

    /// The suite of a code point, if it is one of ours.
    pub fn from_code(code: u16) -> Option<CipherSuite> {
        CipherSuite::ALL.into_iter().find(|suite| suite.code() == code)
    }

    /// What the server's certificate is for, and its signature of. The client's may be of any kind.
    pub const fn key_algorithm(self) -> KeyAlgorithm {
        match self {
            CipherSuite::EcdheEcdsaAes128GcmSha256 | CipherSuite::EcdheEcdsaAes256GcmSha384 => {
                KeyAlgorithm::Ecdsa
            }
            CipherSuite::EcdheRsaAes128GcmSha256 | CipherSuite::EcdheRsaAes256GcmSha384 => {
                KeyAlgorithm::Rsa
            }
        }
    }

    /// The cipher that protects records.
    pub const fn aead(self) -> AeadAlgorithm {
        match self {
            CipherSuite::EcdheEcdsaAes128GcmSha256 | CipherSuite::EcdheRsaAes128GcmSha256 => {
                AeadAlgorithm::Aes128Gcm
            }
            CipherSuite::EcdheEcdsaAes256GcmSha384 | CipherSuite::EcdheRsaAes256GcmSha384 => {
                AeadAlgorithm::Aes256Gcm
            }
        }
    }

    /// The hash of the pseudo-random function.
    pub const fn hash(self) -> HashAlgorithm {
        match self {
            CipherSuite::EcdheEcdsaAes128GcmSha256 | CipherSuite::EcdheRsaAes128GcmSha256 => {
                HashAlgorithm::Sha256
            }
            CipherSuite::EcdheEcdsaAes256GcmSha384 | CipherSuite::EcdheRsaAes256GcmSha384 => {
                HashAlgorithm::Sha384
            }
        }
    }
}

impl fmt::Display for CipherSuite {
    /// The name in the IANA registry.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            CipherSuite::EcdheEcdsaAes128GcmSha256 => "TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256",
            CipherSuite::EcdheEcdsaAes256GcmSha384 => "TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384",
            CipherSuite::EcdheRsaAes128GcmSha256 => "TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256",
            CipherSuite::EcdheRsaAes256GcmSha384 => "TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384",
        })
    }
}
