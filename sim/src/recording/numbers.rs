//! Numbers of as few bytes as they need.

use roomrtc_core::wire::{ByteReader, Truncated};

/// Most bytes of a number: ten of seven bits hold 64.
const LONGEST: u32 = 10;

/// Appends `value`, seven bits a byte, the lowest first; the top bit says that more follow.
pub(super) fn write(mut value: u64, output: &mut Vec<u8>) {
    while value >= 0x80 {
        output.push(value as u8 | 0x80);
        value >>= 7;
    }
    output.push(value as u8);
}

/// Reads what [`write`] has appended. Bits beyond the 64th are lost.
pub(super) fn read(reader: &mut ByteReader<'_>) -> Result<u64, Truncated> {
    let mut value = 0;
    for place in 0..LONGEST {
        let byte = reader.u8()?;
        value |= u64::from(byte & 0x7f) << (7 * place);
        if byte & 0x80 == 0 {
            break;
        }
    }
    Ok(value)
}

/// Appends the way from `from` to `to`, short in both directions.
pub(super) fn write_step(from: u64, to: u64, output: &mut Vec<u8>) {
    let step = to.wrapping_sub(from) as i64;
    write((step << 1 ^ step >> 63) as u64, output);
}

/// Reads where the way from `from` leads.
pub(super) fn read_step(from: u64, reader: &mut ByteReader<'_>) -> Result<u64, Truncated> {
    let folded = read(reader)?;
    let step = (folded >> 1) as i64 ^ -((folded & 1) as i64);
    Ok(from.wrapping_add(step as u64))
}

/// Appends bytes behind their number.
pub(super) fn write_bytes(bytes: &[u8], output: &mut Vec<u8>) {
    write(bytes.len() as u64, output);
    output.extend_from_slice(bytes);
}

/// Reads bytes behind their number.
pub(super) fn read_bytes<'a>(reader: &mut ByteReader<'a>) -> Result<&'a [u8], Truncated> {
    let length = usize::try_from(read(reader)?).unwrap_or(usize::MAX);
    reader.bytes(length)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_and_steps_are_read_back() {
        let values = [0, 1, 0x7f, 0x80, 0x3fff, 0x4000, 1 << 62, 1 << 63, u64::MAX];
        let mut bytes = Vec::new();
        for value in values {
            write(value, &mut bytes);
            write_step(5, value, &mut bytes);
        }
        let mut reader = ByteReader::new(&bytes);
        for value in values {
            assert_eq!(read(&mut reader), Ok(value));
            assert_eq!(read_step(5, &mut reader), Ok(value));
        }
        assert!(reader.is_empty());
    }

    #[test]
    fn small_steps_are_short_in_both_directions() {
        for to in [1_000, 1_063, 937] {
            let mut bytes = Vec::new();
            write_step(1_000, to, &mut bytes);
            assert_eq!(bytes.len(), 1, "{to}");
        }
    }

    #[test]
    fn endless_numbers_and_lengths_past_the_end_are_harmless() {
        assert!(read(&mut ByteReader::new(&[0xff; 30])).is_ok());
        assert!(read(&mut ByteReader::new(&[0xff; 3])).is_err());
        let mut bytes = Vec::new();
        write(u64::MAX, &mut bytes);
        assert!(read_bytes(&mut ByteReader::new(&bytes)).is_err());
    }
}
