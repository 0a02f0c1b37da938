//! What two endpoints have agreed on.

use super::{CipherSuite, Fingerprint, ProtocolVersion};
use crate::crypto::NamedGroup;

/// What a complete handshake has agreed on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Connected {
    /// The version of the protocol.
    pub version: ProtocolVersion,
    /// The cipher suite.
    pub cipher_suite: CipherSuite,
    /// The group of the key agreement.
    pub group: NamedGroup,
    /// The SRTP protection profile, RFC 5764 section 4.1.2; none if none was configured. Its keys
    /// are [`super::Endpoint::export`]ed with the label `EXTRACTOR-dtls_srtp`.
    pub srtp_profile: Option<u16>,
    /// Whether the master secret is bound to the handshake, RFC 7627. A peer that does not know
    /// how is let in without.
    pub extended_master_secret: bool,
    /// The SHA-256 fingerprint of the peer's certificate.
    pub peer_fingerprint: Fingerprint,
}
