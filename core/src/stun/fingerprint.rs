//! The CRC-32 of FINGERPRINT, RFC 8489 section 14.7: that of ITU-T V.42.

/// What the checksum is combined with, so that it differs from that of a packet carried inside.
const MASK: u32 = 0x5354_554e;

/// Eight tables: a step takes eight bytes at once.
static TABLES: [[u32; 256]; 8] = tables();

const fn tables() -> [[u32; 256]; 8] {
    let mut tables = [[0; 256]; 8];
    let mut index = 0;
    while index < 256 {
        let mut value = index as u32;
        let mut bit = 0;
        while bit < 8 {
            value = (value >> 1) ^ (0xedb8_8320 & (value & 1).wrapping_neg());
            bit += 1;
        }
        tables[0][index] = value;
        index += 1;
    }
    let mut entry = 256;
    while entry < 8 * 256 {
        let before = tables[entry / 256 - 1][entry % 256];
        tables[entry / 256][entry % 256] = (before >> 8) ^ tables[0][(before & 0xff) as usize];
        entry += 1;
    }
    tables
}

/// The value of a FINGERPRINT attribute behind `bytes`.
pub(super) fn fingerprint(bytes: &[u8]) -> u32 {
    crc32(bytes) ^ MASK
}

fn crc32(bytes: &[u8]) -> u32 {
    let (chunks, rest) = bytes.as_chunks::<8>();
    let crc = chunks.iter().fold(u32::MAX, |crc, chunk| {
        let word = u64::from_le_bytes(*chunk) ^ u64::from(crc);
        let byte = |n: usize| (word >> (8 * n)) as u8 as usize;
        (0..8).fold(0, |sum, n| sum ^ TABLES[7 - n][byte(n)])
    });
    let step = |crc: u32, byte: &u8| (crc >> 8) ^ TABLES[0][usize::from(crc as u8 ^ byte)];
    !rest.iter().fold(crc, step)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_check_value_of_the_polynomial() {
        assert_eq!(crc32(b"123456789"), 0xcbf4_3926);
        assert_eq!(crc32(b""), 0);
        assert_eq!(crc32(b"The quick brown fox jumps over the lazy dog"), 0x414f_a339);
    }
}
