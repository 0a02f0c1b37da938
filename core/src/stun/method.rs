//! The methods.

/// The method of a message, 12 bits, RFC 8489 section 5.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Method(pub u16);

impl Method {
    /// Binding, the only one of RFC 8489 and of ICE.
    pub const BINDING: Method = Method(0x001);
}
