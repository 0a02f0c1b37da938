//! Which packet a sequence number means.

/// The 48-bit index of the packet with this sequence number: its roll-over counter and the number
/// (RFC 3711 section 3.3.1 and appendix A). `highest` is the highest index so far.
///
/// Nothing if the packet would be of before the first or after the last index there is.
pub(super) fn estimate(highest: Option<u64>, sequence: u16) -> Option<u64> {
    const HALF: u16 = 0x8000;
    let Some(highest) = highest else {
        return Some(u64::from(sequence));
    };
    let (counter, last) = ((highest >> 16) as u32, highest as u16);
    let counter = if last < HALF {
        if sequence > last && sequence - last > HALF { counter.checked_sub(1)? } else { counter }
    } else if last - HALF > sequence {
        counter.checked_add(1)?
    } else {
        counter
    };
    Some(u64::from(counter) << 16 | u64::from(sequence))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_packet_has_the_counter_zero() {
        assert_eq!(estimate(None, 65_535), Some(65_535));
    }

    #[test]
    fn the_counter_follows_the_nearest_packet() {
        for (highest, sequence, expected) in [
            (0x1_ffff, 0x0000, 0x2_0000),
            (0x1_ffff, 0x7ffe, 0x2_7ffe),
            (0x1_ffff, 0x7fff, 0x1_7fff),
            (0x2_0000, 0xffff, 0x1_ffff),
            (0x2_0000, 0x8001, 0x1_8001),
            (0x2_0000, 0x8000, 0x2_8000),
            (0x2_7fff, 0xffff, 0x2_ffff),
            (0x2_8000, 0x0000, 0x2_0000),
            (0x2_8001, 0x0000, 0x3_0000),
            (0x0_0005, 0x0003, 0x0_0003),
        ] {
            assert_eq!(estimate(Some(highest), sequence), Some(expected), "{highest:x}");
        }
    }

    #[test]
    fn there_is_nothing_before_the_first_and_after_the_last_index() {
        assert_eq!(estimate(Some(5), 0xffff), None);
        assert_eq!(estimate(Some(0xffff_ffff_ffff), 0), None);
        assert_eq!(estimate(Some(0xffff_ffff_fffe), 0xffff), Some(0xffff_ffff_ffff));
    }
}
