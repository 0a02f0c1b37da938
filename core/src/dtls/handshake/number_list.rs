//! Lists of 16-bit code points.

use super::DecodeError;
use crate::wire::ByteWriter;

/// The numbers in `bytes`, of which there must be at least one.
pub(super) fn read(bytes: &[u8]) -> Result<Vec<u16>, DecodeError> {
    let (pairs, rest) = bytes.as_chunks::<2>();
    if pairs.is_empty() || !rest.is_empty() {
        return Err(DecodeError::InvalidLength(bytes.len()));
    }
    Ok(pairs.iter().map(|pair| u16::from_be_bytes(*pair)).collect())
}

/// Appends numbers, without a length.
pub(super) fn write(numbers: &[u16], writer: &mut ByteWriter<'_>) {
    numbers.iter().for_each(|number| writer.u16(*number));
}
