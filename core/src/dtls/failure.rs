//! Why an association ended before it was closed.

use super::AlertDescription;

/// Why a handshake failed, or an association broke.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, thiserror::Error)]
pub enum Failure {
    /// The handshake was not complete in the time configured.
    #[error("the handshake was not complete in time")]
    TimedOut,
    /// The peer ended it with this alert.
    #[error("the peer sent the alert {0}")]
    AlertReceived(AlertDescription),
    /// The peer's certificate is not one that the description names.
    #[error("the peer's certificate does not have the expected fingerprint")]
    FingerprintMismatch,
    /// The peer has sent no certificate.
    #[error("the peer has sent no certificate")]
    CertificateMissing,
    /// The peer's certificate is of a kind not taken: its key is neither of P-256 nor of RSA with
    /// 2,048 to 4,096 bits.
    #[error(
        "the peer's certificate is neither for ECDSA with P-256 nor for RSA of 2048 to 4096 bits"
    )]
    UnsupportedCertificate,
    /// The peer does not speak DTLS 1.2.
    #[error("the peer does not speak DTLS 1.2")]
    UnsupportedVersion,
    /// No cipher suite is common to both.
    #[error("no common cipher suite")]
    NoCommonCipherSuite,
    /// No group for the key agreement is common to both.
    #[error("no common group")]
    NoCommonGroup,
    /// The peer takes none of the signatures we can make.
    #[error("no common signature scheme")]
    NoCommonSignatureScheme,
    /// No SRTP protection profile is common to both.
    #[error("no common SRTP protection profile")]
    NoCommonSrtpProfile,
    /// The peer has chosen what was not offered, or has sent a value it must not send.
    #[error("the peer has chosen a parameter it may not choose")]
    IllegalParameter,
    /// The peer has answered an extension that was not offered.
    #[error("the peer has answered an extension that was not offered")]
    UnsupportedExtension,
    /// The peer's renegotiation_info is not that of a first handshake, RFC 5746.
    #[error("the peer's renegotiation_info is not that of a first handshake")]
    SecureRenegotiation,
    /// The peer's public key for the key agreement is invalid.
    #[error("the peer's key share is invalid")]
    InvalidKeyShare,
    /// A signature of the peer's does not verify.
    #[error("the peer's signature does not verify")]
    BadSignature,
    /// The peer's Finished does not fit the handshake that we have seen.
    #[error("the peer's Finished does not fit the handshake")]
    BadFinished,
    /// A key could not be set up.
    #[error("a key could not be set up")]
    Internal,
    /// All 2^48 numbers of the epoch's records are used up.
    #[error("the record numbers are used up")]
    SequenceNumbersExhausted,
}

impl Failure {
    /// The fatal alert that tells the peer, where it is told.
    pub const fn alert(self) -> Option<AlertDescription> {
        Some(match self {
            Failure::TimedOut | Failure::AlertReceived(_) | Failure::SequenceNumbersExhausted => {
                return None;
            }
            Failure::FingerprintMismatch => AlertDescription::BadCertificate,
            Failure::CertificateMissing
            | Failure::NoCommonCipherSuite
            | Failure::NoCommonGroup
            | Failure::NoCommonSignatureScheme
            | Failure::NoCommonSrtpProfile
            | Failure::SecureRenegotiation => AlertDescription::HandshakeFailure,
            Failure::UnsupportedCertificate => AlertDescription::UnsupportedCertificate,
            Failure::UnsupportedVersion => AlertDescription::ProtocolVersion,
            Failure::IllegalParameter | Failure::InvalidKeyShare => {
                AlertDescription::IllegalParameter
            }
            Failure::UnsupportedExtension => AlertDescription::UnsupportedExtension,
            Failure::BadSignature | Failure::BadFinished => AlertDescription::DecryptError,
            Failure::Internal => AlertDescription::InternalError,
        })
    }
}
