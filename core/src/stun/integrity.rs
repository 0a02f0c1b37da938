//! The HMAC-SHA1 of MESSAGE-INTEGRITY, RFC 8489 section 14.5.

use super::HEADER_LENGTH;
use crate::crypto::{Digest, HmacKey};

/// Bytes of the attribute, its header included.
pub(super) const ATTRIBUTE_LENGTH: usize = 24;

/// The code over the message `before` the attribute, whose header is read as if the attribute
/// were the last.
pub(super) fn integrity(before: &[u8], key: &dyn HmacKey) -> Option<Digest> {
    let (message_type, rest) = before.split_first_chunk::<2>()?;
    let (_, rest) = rest.split_first_chunk::<2>()?;
    let length = (before.len() + ATTRIBUTE_LENGTH).checked_sub(HEADER_LENGTH)?;
    let length = u16::try_from(length).ok()?.to_be_bytes();
    Some(key.sign(&[message_type, &length, rest]))
}
