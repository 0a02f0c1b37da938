//! Numbers of the wire, big-endian.

/// The byte at `place`.
pub(super) fn byte(bytes: &[u8], place: usize) -> Option<u8> {
    bytes.get(place).copied()
}

/// The two bytes at `place`.
pub(super) fn short(bytes: &[u8], place: usize) -> Option<u16> {
    Some(u16::from(byte(bytes, place)?) << 8 | u16::from(byte(bytes, place + 1)?))
}

/// The `count` bytes at `place` as a number, at most eight.
pub(super) fn number(bytes: &[u8], place: usize, count: usize) -> Option<u64> {
    let field = bytes.get(place..place + count)?;
    Some(field.iter().fold(0, |sum, byte| sum << 8 | u64::from(*byte)))
}

/// The four bytes at `place`.
pub(super) fn long(bytes: &[u8], place: usize) -> Option<u32> {
    number(bytes, place, 4).map(|number| number as u32)
}
