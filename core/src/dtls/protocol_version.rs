//! Versions of the protocol.

use std::fmt;

/// A DTLS version as the wire has it, RFC 6347 section 4.1: the ones' complement of its number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ProtocolVersion {
    /// DTLS 1.0. Never negotiated: only found in the header of first records, RFC 6347 section
    /// 4.2.1.
    Dtls10,
    /// DTLS 1.2.
    Dtls12,
}

impl ProtocolVersion {
    /// The code point.
    pub const fn code(self) -> u16 {
        match self {
            ProtocolVersion::Dtls10 => 0xfeff,
            ProtocolVersion::Dtls12 => 0xfefd,
        }
    }

    /// The version of a code point, if it is one of ours.
    pub const fn from_code(code: u16) -> Option<ProtocolVersion> {
        match code {
            0xfeff => Some(ProtocolVersion::Dtls10),
            0xfefd => Some(ProtocolVersion::Dtls12),
            _ => None,
        }
    }
}

impl fmt::Display for ProtocolVersion {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            ProtocolVersion::Dtls10 => "DTLS 1.0",
            ProtocolVersion::Dtls12 => "DTLS 1.2",
        })
    }
}
