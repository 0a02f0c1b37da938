//! The attributes of a STUN message, read strictly.

use super::{Flaw, fields};

const MESSAGE_INTEGRITY: u16 = 0x0008;
const FINGERPRINT: u16 = 0x8028;

/// The types that may stand in what an ICE agent sends: RFC 8489 section 18.3, RFC 8445 section
/// 16.1.
const KNOWN: [u16; 11] = [
    0x0001,
    0x0006,
    MESSAGE_INTEGRITY,
    0x0009,
    0x000a,
    0x0020,
    0x0024,
    0x0025,
    FINGERPRINT,
    0x8029,
    0x802a,
];

/// Calls `each` with the type and the value of every attribute of a whole message.
///
/// # Errors
/// [`Flaw`] if one is malformed, unknown, twice there or in the wrong order.
pub(super) fn for_each<'a>(
    message: &'a [u8],
    mut each: impl FnMut(u16, &'a [u8]),
) -> Result<(), Flaw> {
    let mut place = 20;
    let mut seen = Vec::new();
    while place < message.len() {
        let kind = fields::short(message, place).ok_or(Flaw("a STUN attribute is cut off"))?;
        let length = fields::short(message, place + 2).map(usize::from);
        let length = length.ok_or(Flaw("a STUN attribute is cut off"))?;
        let value = message.get(place + 4..place + 4 + length);
        let value = value.ok_or(Flaw("a STUN attribute runs over the end"))?;
        let end = place + 4 + length.next_multiple_of(4);
        check_padding(message.get(place + 4 + length..end))?;
        check_order(kind, &seen)?;
        if kind == FINGERPRINT {
            check_fingerprint(message, place, value, end)?;
        }
        seen.push(kind);
        each(kind, value);
        place = end;
    }
    Ok(())
}

/// RFC 8489 section 14: padding bits are set to zero.
fn check_padding(padding: Option<&[u8]>) -> Result<(), Flaw> {
    let padding = padding.ok_or(Flaw("a STUN attribute lacks its padding"))?;
    if padding.iter().any(|byte| *byte != 0) {
        return Err(Flaw("a STUN attribute is padded with something else than zeroes"));
    }
    Ok(())
}

fn check_order(kind: u16, seen: &[u16]) -> Result<(), Flaw> {
    if !KNOWN.contains(&kind) {
        return Err(Flaw("a STUN attribute has an unknown type"));
    }
    if seen.contains(&kind) {
        return Err(Flaw("a STUN attribute stands twice in a message"));
    }
    if seen.contains(&MESSAGE_INTEGRITY) && kind != FINGERPRINT {
        return Err(Flaw("a STUN attribute stands behind MESSAGE-INTEGRITY"));
    }
    Ok(())
}

/// RFC 8489 section 14.7: the last attribute, a CRC-32 of all before it.
fn check_fingerprint(message: &[u8], place: usize, value: &[u8], end: usize) -> Result<(), Flaw> {
    if end != message.len() || value.len() != 4 {
        return Err(Flaw("FINGERPRINT is not the last attribute"));
    }
    let before = message.get(..place).unwrap_or_default();
    if fields::long(value, 0) != Some(crc32(before) ^ 0x5354_554e) {
        return Err(Flaw("FINGERPRINT does not fit"));
    }
    Ok(())
}

/// The CRC-32 of ITU-T V.42, bit by bit.
fn crc32(bytes: &[u8]) -> u32 {
    let mut register = u32::MAX;
    for byte in bytes {
        register ^= u32::from(*byte);
        for _ in 0..8 {
            let carry = register & 1;
            register >>= 1;
            if carry == 1 {
                register ^= 0xedb8_8320;
            }
        }
    }
    !register
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_checksum_is_that_of_the_recommendation() {
        assert_eq!(crc32(b"123456789"), 0xcbf4_3926);
    }
}
