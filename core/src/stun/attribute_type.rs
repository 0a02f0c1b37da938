//! The types of attributes.

use std::fmt;

/// The type of an attribute, of the STUN Attributes registry (RFC 8489 section 18.3).
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct AttributeType(pub u16);

impl AttributeType {
    /// The reflexive address in clear, RFC 8489 section 14.1; only old servers send it alone.
    pub const MAPPED_ADDRESS: AttributeType = AttributeType(0x0001);
    /// The user name of the credential, RFC 8489 section 14.3.
    pub const USERNAME: AttributeType = AttributeType(0x0006);
    /// HMAC-SHA1 over all that comes before it, RFC 8489 section 14.5.
    pub const MESSAGE_INTEGRITY: AttributeType = AttributeType(0x0008);
    /// Why a request was refused, RFC 8489 section 14.8.
    pub const ERROR_CODE: AttributeType = AttributeType(0x0009);
    /// The types that a refused request should not have had, RFC 8489 section 14.13.
    pub const UNKNOWN_ATTRIBUTES: AttributeType = AttributeType(0x000a);
    /// HMAC-SHA256 over all that comes before it, RFC 8489 section 14.6.
    pub const MESSAGE_INTEGRITY_SHA256: AttributeType = AttributeType(0x001c);
    /// The reflexive address behind an exclusive or, RFC 8489 section 14.2.
    pub const XOR_MAPPED_ADDRESS: AttributeType = AttributeType(0x0020);
    /// The priority a peer-reflexive candidate would have, RFC 8445 section 7.1.1.
    pub const PRIORITY: AttributeType = AttributeType(0x0024);
    /// The controlling agent nominates the pair, RFC 8445 section 7.1.2.
    pub const USE_CANDIDATE: AttributeType = AttributeType(0x0025);
    /// The implementation's name, RFC 8489 section 14.14.
    pub const SOFTWARE: AttributeType = AttributeType(0x8022);
    /// Another server to ask, RFC 8489 section 14.15.
    pub const ALTERNATE_SERVER: AttributeType = AttributeType(0x8023);
    /// CRC-32 over all that comes before it, RFC 8489 section 14.7.
    pub const FINGERPRINT: AttributeType = AttributeType(0x8028);
    /// The sender is controlled; its tie-breaker, RFC 8445 section 7.1.3.
    pub const ICE_CONTROLLED: AttributeType = AttributeType(0x8029);
    /// The sender is controlling; its tie-breaker, RFC 8445 section 7.1.3.
    pub const ICE_CONTROLLING: AttributeType = AttributeType(0x802a);

    /// Whether a receiver that does not know it must refuse the message, RFC 8489 section 14.
    pub const fn is_comprehension_required(self) -> bool {
        self.0 < 0x8000
    }

    /// Whether it is required to be understood and is not understood here.
    pub const fn is_unknown_and_required(self) -> bool {
        self.is_comprehension_required() && self.name().is_none()
    }

    /// Its name in the registry, if it is one of the constants above.
    pub const fn name(self) -> Option<&'static str> {
        Some(match self {
            AttributeType::MAPPED_ADDRESS => "MAPPED-ADDRESS",
            AttributeType::USERNAME => "USERNAME",
            AttributeType::MESSAGE_INTEGRITY => "MESSAGE-INTEGRITY",
            AttributeType::ERROR_CODE => "ERROR-CODE",
            AttributeType::UNKNOWN_ATTRIBUTES => "UNKNOWN-ATTRIBUTES",
            AttributeType::MESSAGE_INTEGRITY_SHA256 => "MESSAGE-INTEGRITY-SHA256",
            AttributeType::XOR_MAPPED_ADDRESS => "XOR-MAPPED-ADDRESS",
            AttributeType::PRIORITY => "PRIORITY",
            AttributeType::USE_CANDIDATE => "USE-CANDIDATE",
            AttributeType::SOFTWARE => "SOFTWARE",
            AttributeType::ALTERNATE_SERVER => "ALTERNATE-SERVER",
            AttributeType::FINGERPRINT => "FINGERPRINT",
            AttributeType::ICE_CONTROLLED => "ICE-CONTROLLED",
            AttributeType::ICE_CONTROLLING => "ICE-CONTROLLING",
            _ => return None,
        })
    }
}

impl fmt::Debug for AttributeType {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.name() {
            Some(name) => f.write_str(name),
            None => write!(f, "{:#06x}", self.0),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_low_types_that_are_not_known_must_be_refused() {
        assert!(AttributeType(0x7777).is_unknown_and_required());
        assert!(!AttributeType::USERNAME.is_unknown_and_required());
        // GOOG-NETWORK-INFO and GOOG-MISC-INFO of browsers.
        assert!(!AttributeType(0xc057).is_unknown_and_required());
        assert!(!AttributeType(0xc001).is_unknown_and_required());
    }
}
