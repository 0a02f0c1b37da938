//! Lost, repeated, out of order.

/// Follows the numbers of frames as they are shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct FrameSequence {
    highest: Option<u32>,
    // Bit n: whether frame `highest - n` was shown.
    shown: u128,
    /// Frames whose number was passed over and has not come since. What came before the first
    /// frame does not count.
    pub lost: u64,
    /// Pictures with the number of one that was shown before.
    pub repeated: u64,
    /// Pictures with a number lower than one that was shown before.
    pub reordered: u64,
}

impl FrameSequence {
    /// Notes that frame `number` was shown. Numbers may wrap.
    pub fn note(&mut self, number: u32) {
        let Some(highest) = self.highest else {
            (self.highest, self.shown) = (Some(number), 1);
            return;
        };
        match number.wrapping_sub(highest) as i32 {
            0 => self.repeated += 1,
            ahead @ 1.. => self.advance(number, ahead as u32),
            behind => self.note_late(behind.unsigned_abs()),
        }
    }

    fn advance(&mut self, number: u32, ahead: u32) {
        self.lost += u64::from(ahead - 1);
        self.shown = self.shown.checked_shl(ahead).unwrap_or(0) | 1;
        self.highest = Some(number);
    }

    fn note_late(&mut self, behind: u32) {
        self.reordered += 1;
        // Too long ago to know: taken for lost then, and for late now.
        let was_shown = self.shown.checked_shr(behind).is_some_and(|shown| shown & 1 == 1);
        if was_shown {
            self.repeated += 1;
            return;
        }
        self.lost = self.lost.saturating_sub(1);
        self.shown |= 1_u128.checked_shl(behind).unwrap_or(0);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Lost, repeated, reordered.
    fn counts(numbers: &[u32]) -> (u64, u64, u64) {
        let mut sequence = FrameSequence::default();
        numbers.iter().for_each(|number| sequence.note(*number));
        (sequence.lost, sequence.repeated, sequence.reordered)
    }

    #[test]
    fn each_kind_is_counted() {
        assert_eq!(counts(&[]), (0, 0, 0));
        assert_eq!(counts(&[5, 6, 7, 8]), (0, 0, 0));
        assert_eq!(counts(&[0, 1, 4, 5]), (2, 0, 0));
        assert_eq!(counts(&[0, 1, 1, 1, 2]), (0, 2, 0));
        assert_eq!(counts(&[0, 2, 1, 3]), (0, 0, 1));
        assert_eq!(counts(&[0, 2, 1, 1, 3]), (0, 1, 2));
        assert_eq!(counts(&[0, 1, 2, 1]), (0, 1, 1));
    }

    #[test]
    fn numbers_wrap() {
        assert_eq!(counts(&[u32::MAX - 1, u32::MAX, 0, 2]), (1, 0, 0));
        assert_eq!(counts(&[u32::MAX, 1, 0]), (0, 0, 1));
    }

    #[test]
    fn a_long_gap_is_no_trouble() {
        assert_eq!(counts(&[0, 1_000, 1_001, 999]), (998, 0, 1));
        assert_eq!(counts(&[0, 1_000, 5]), (998, 0, 1));
    }
}
