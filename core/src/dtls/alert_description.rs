//! What an alert says.

use std::fmt;

/// The description of an [`super::Alert`], RFC 5246 section 7.2.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum AlertDescription {
    /// `close_notify`, 0: the sender sends no more.
    CloseNotify,
    /// `unexpected_message`, 10: a message came out of order.
    UnexpectedMessage,
    /// `bad_record_mac`, 20: a record did not authenticate.
    BadRecordMac,
    /// `record_overflow`, 22: a record was too long.
    RecordOverflow,
    /// `decompression_failure`, 30: a record could not be decompressed.
    DecompressionFailure,
    /// `handshake_failure`, 40: no common set of parameters.
    HandshakeFailure,
    /// `bad_certificate`, 42: a certificate is corrupt, or not the one expected.
    BadCertificate,
    /// `unsupported_certificate`, 43: a certificate is of a kind not supported.
    UnsupportedCertificate,
    /// `certificate_revoked`, 44: a certificate was revoked.
    CertificateRevoked,
    /// `certificate_expired`, 45: a certificate has expired.
    CertificateExpired,
    /// `certificate_unknown`, 46: a certificate is unacceptable for another reason.
    CertificateUnknown,
    /// `illegal_parameter`, 47: a field is out of range or inconsistent.
    IllegalParameter,
    /// `unknown_ca`, 48: the issuer of a certificate is not known.
    UnknownCa,
    /// `access_denied`, 49: the certificate is valid, but not let in.
    AccessDenied,
    /// `decode_error`, 50: a message could not be read.
    DecodeError,
    /// `decrypt_error`, 51: a signature or a Finished did not verify.
    DecryptError,
    /// `protocol_version`, 70: the version is not supported.
    ProtocolVersion,
    /// `insufficient_security`, 71: the parameters are too weak.
    InsufficientSecurity,
    /// `internal_error`, 80: the sender failed by itself.
    InternalError,
    /// `user_canceled`, 90: the handshake was cancelled by the user.
    UserCanceled,
    /// `no_renegotiation`, 100: the sender does not renegotiate.
    NoRenegotiation,
    /// `unsupported_extension`, 110: an extension was answered that was not offered.
    UnsupportedExtension,
    /// Another code point.
    Other(u8),
}

/// Every description that has a name: its code point and its name in the RFC.
const NAMED: [(AlertDescription, u8, &str); 22] = [
    (AlertDescription::CloseNotify, 0, "close_notify"),
    (AlertDescription::UnexpectedMessage, 10, "unexpected_message"),
    (AlertDescription::BadRecordMac, 20, "bad_record_mac"),
    (AlertDescription::RecordOverflow, 22, "record_overflow"),
    (AlertDescription::DecompressionFailure, 30, "decompression_failure"),
    (AlertDescription::HandshakeFailure, 40, "handshake_failure"),
    (AlertDescription::BadCertificate, 42, "bad_certificate"),
    (AlertDescription::UnsupportedCertificate, 43, "unsupported_certificate"),
    (AlertDescription::CertificateRevoked, 44, "certificate_revoked"),
    (AlertDescription::CertificateExpired, 45, "certificate_expired"),
    (AlertDescription::CertificateUnknown, 46, "certificate_unknown"),
    (AlertDescription::IllegalParameter, 47, "illegal_parameter"),
    (AlertDescription::UnknownCa, 48, "unknown_ca"),
    (AlertDescription::AccessDenied, 49, "access_denied"),
    (AlertDescription::DecodeError, 50, "decode_error"),
    (AlertDescription::DecryptError, 51, "decrypt_error"),
    (AlertDescription::ProtocolVersion, 70, "protocol_version"),
    (AlertDescription::InsufficientSecurity, 71, "insufficient_security"),
    (AlertDescription::InternalError, 80, "internal_error"),
    (AlertDescription::UserCanceled, 90, "user_canceled"),
    (AlertDescription::NoRenegotiation, 100, "no_renegotiation"),
    (AlertDescription::UnsupportedExtension, 110, "unsupported_extension"),
];

impl AlertDescription {
    /// The code point.
    pub fn code(self) -> u8 {
        match self {
            AlertDescription::Other(code) => code,
            named => NAMED.iter().find(|(it, ..)| *it == named).map_or(80, |(_, code, _)| *code),
        }
    }

    /// The description of a code point.
    pub fn from_code(code: u8) -> AlertDescription {
        let named = NAMED.iter().find(|(_, it, _)| *it == code);
        named.map_or(AlertDescription::Other(code), |(description, ..)| *description)
    }
}

impl fmt::Display for AlertDescription {
    /// The name in the RFC, or the number.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match NAMED.iter().find(|(it, ..)| it == self) {
            Some((_, _, name)) => f.write_str(name),
            None => write!(f, "alert {}", self.code()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_code_point_survives() {
        for code in 0..=255 {
            assert_eq!(AlertDescription::from_code(code).code(), code);
        }
        assert_eq!(AlertDescription::from_code(42).to_string(), "bad_certificate");
        assert_eq!(AlertDescription::from_code(43), AlertDescription::UnsupportedCertificate);
        assert_eq!(AlertDescription::Other(255).to_string(), "alert 255");
    }
}
