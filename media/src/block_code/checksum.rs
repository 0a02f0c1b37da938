//! CRC-32 as of IEEE 802.3.

/// The checksum of `bytes`: reflected polynomial 0xEDB88320, started with ones, inverted at the
/// end.
pub(super) fn crc32(bytes: &[u8]) -> u32 {
    let mut remainder = u32::MAX;
    for &byte in bytes {
        remainder ^= u32::from(byte);
        for _ in 0..8 {
            let odd = remainder & 1;
            remainder = (remainder >> 1) ^ (odd * 0xEDB8_8320);
        }
    }
    !remainder
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_check_value_of_the_catalogue() {
        assert_eq!(crc32(b"123456789"), 0xCBF4_3926);
    }

    #[test]
    fn neither_black_nor_white_is_a_code() {
        assert_ne!(crc32(&[0; 13]), 0);
        assert_ne!(crc32(&[0xFF; 13]), u32::MAX);
    }
}
