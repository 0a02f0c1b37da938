//! Extending 16-bit sequence numbers.

use super::SequenceVerdict;
use crate::planted_bugs::{PlantedBug, is_planted};

/// The largest gap forwards that is taken for loss, RFC 3550 appendix A.1.
const MAX_DROPOUT: i32 = 3_000;

/// The largest step backwards that is taken for reordering. RFC 3550 suggests 100, at the packet
/// rates of 1996; video at 20 Mbit/s sends as many in 50 ms.
const MAX_MISORDER: i32 = 1_000;

/// Extends sequence numbers to 64 bits by serial arithmetic, and validates them by the rules of
/// RFC 3550 appendix A.1.
///
/// The first number is extended to 65,536 more than itself, so that earlier ones have a place.
#[derive(Clone, Copy, Debug, Default)]
pub struct SequenceNumbers {
    highest: Option<u64>,
    expected_after_jump: Option<u16>,
}

impl SequenceNumbers {
    /// No packet seen.
    pub const fn new() -> SequenceNumbers {
        SequenceNumbers { highest: None, expected_after_jump: None }
    }

    /// The highest extended number seen.
    pub const fn highest(&self) -> Option<u64> {
        self.highest
    }

    /// Takes the sequence number of a packet that arrived.
    pub fn receive(&mut self, sequence_number: u16) -> SequenceVerdict {
        let Some(highest) = self.highest else {
            let first = 0x1_0000 + u64::from(sequence_number);
            self.highest = Some(first);
            return SequenceVerdict::Valid(first);
        };
        let step = match is_planted(PlantedBug::BreakSequenceWrap) {
            true => i32::from(sequence_number) - i32::from(highest as u16),
            false => i32::from(sequence_number.wrapping_sub(highest as u16) as i16),
        };
        if !(-MAX_MISORDER..MAX_DROPOUT).contains(&step) {
            return self.jump(highest, sequence_number);
        }
        let extended = highest.wrapping_add_signed(i64::from(step));
        self.highest = Some(highest.max(extended));
        self.expected_after_jump = None;
        SequenceVerdict::Valid(extended)
    }

    /// The extended number that a sequence number stands for, if it lies near the highest seen.
    /// Nothing is learnt from it.
    pub fn place(&self, sequence_number: u16) -> Option<u64> {
        let highest = self.highest?;
        let step = i32::from(sequence_number.wrapping_sub(highest as u16) as i16);
        let is_near = (-MAX_MISORDER..MAX_MISORDER).contains(&step);
        is_near.then(|| highest.wrapping_add_signed(i64::from(step)))
    }

    fn jump(&mut self, highest: u64, sequence_number: u16) -> SequenceVerdict {
        if self.expected_after_jump != Some(sequence_number) {
            self.expected_after_jump = Some(sequence_number.wrapping_add(1));
            return SequenceVerdict::OutOfRange;
        }
        self.expected_after_jump = None;
        let next_cycle = (highest | 0xffff) + 1 + 0x1_0000;
        let first = next_cycle + u64::from(sequence_number);
        self.highest = Some(first);
        SequenceVerdict::Restarted(first)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn numbers(start: u16) -> SequenceNumbers {
        let mut numbers = SequenceNumbers::new();
        assert_eq!(numbers.receive(start), SequenceVerdict::Valid(0x1_0000 + u64::from(start)));
        numbers
    }

    #[test]
    fn wrapping_counts_on_in_both_directions() {
        let mut numbers = numbers(0xfffe);
        assert_eq!(numbers.receive(1), SequenceVerdict::Valid(0x2_0001));
        assert_eq!(numbers.receive(0xffff), SequenceVerdict::Valid(0x1_ffff));
        assert_eq!(numbers.highest(), Some(0x2_0001));
        let mut numbers = self::numbers(0);
        assert_eq!(numbers.receive(0xffff), SequenceVerdict::Valid(0xffff));
    }

    #[test]
    fn a_place_is_near_the_highest_and_changes_nothing() {
        assert_eq!(SequenceNumbers::new().place(5), None);
        let numbers = numbers(0xfffe);
        let placed = [0xfff0, 1, 0x7000].map(|number| numbers.place(number));
        assert_eq!(placed, [Some(0x1_fff0), Some(0x2_0001), None]);
        assert_eq!(numbers.highest(), Some(0x1_fffe));
    }

    #[test]
    fn one_stray_packet_is_dropped_and_two_in_a_row_restart() {
        let mut numbers = numbers(10);
        assert_eq!(numbers.receive(20_000), SequenceVerdict::OutOfRange);
        assert_eq!(numbers.receive(11), SequenceVerdict::Valid(0x1_000b));
        assert_eq!(numbers.receive(20_001), SequenceVerdict::OutOfRange);
        assert_eq!(numbers.receive(20_002), SequenceVerdict::Restarted(0x3_4e22));
        assert_eq!(numbers.receive(20_003), SequenceVerdict::Valid(0x3_4e23));
    }
}
