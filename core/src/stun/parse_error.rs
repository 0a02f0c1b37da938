//! Why a datagram is not a STUN message.

use crate::wire::Truncated;

/// Why [`super::Message::parse`] refused its bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ParseError {
    /// The first two bits or the magic cookie say that it is something else.
    #[error("not a STUN message")]
    NotStun,
    /// The header's length is not that of the datagram, or not a multiple of four.
    #[error("the length in the header is not the datagram's")]
    Length,
    /// An attribute runs over the message's end, or has not the size its type prescribes.
    #[error("an attribute is malformed")]
    Attribute,
    /// The FINGERPRINT is wrong or not the last attribute.
    #[error("the fingerprint does not fit")]
    Fingerprint,
}

impl From<Truncated> for ParseError {
    fn from(_: Truncated) -> ParseError {
        ParseError::Length
    }
}
