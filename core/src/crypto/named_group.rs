//! The groups for key agreement.

/// A group of the TLS Supported Groups registry, RFC 8422 section 5.1.1.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum NamedGroup {
    /// `x25519`, 29.
    X25519,
    /// `secp256r1`, 23.
    Secp256r1,
}

impl NamedGroup {
    /// The code point.
    pub const fn code(self) -> u16 {
        match self {
            NamedGroup::X25519 => 29,
            NamedGroup::Secp256r1 => 23,
        }
    }

    /// The group of a code point, if it is one of ours.
    pub const fn from_code(code: u16) -> Option<NamedGroup> {
        match code {
            29 => Some(NamedGroup::X25519),
            23 => Some(NamedGroup::Secp256r1),
            _ => None,
        }
    }
}
