//! One attribute as it stands in a message.

use super::AttributeType;

/// A type and its value, RFC 8489 section 14, without the padding.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Attribute<'a> {
    /// What it is.
    pub kind: AttributeType,
    /// Its bytes, not interpreted.
    pub value: &'a [u8],
}
