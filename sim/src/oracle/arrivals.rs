//! What arrives of a source.

/// Counts the sequence numbers of a source that were skipped, and those that came later all the
/// same.
#[derive(Clone, Debug)]
pub(super) struct Arrivals {
    pub(super) ssrc: u32,
    highest: u64,
    /// Which of the last numbers were skipped and have not come.
    missing: Vec<bool>,
    /// Numbers skipped.
    pub(super) skipped: u64,
    /// Those of them that came after all.
    pub(super) overtaken: u64,
}

/// Numbers that are remembered.
const RING: usize = 4_096;

impl Arrivals {
    /// A source whose first packet has this number.
    pub(super) fn new(ssrc: u32, sequence: u16) -> Arrivals {
        let highest = u64::from(sequence) + 0x1_0000;
        Arrivals { ssrc, highest, missing: vec![false; RING], skipped: 0, overtaken: 0 }
    }

    /// A packet has come.
    #[inline]
    pub(super) fn note(&mut self, sequence: u16) {
        let step = i64::from(sequence.wrapping_sub(self.highest as u16) as i16);
        let index = self.highest.wrapping_add_signed(step);
        if step <= 0 {
            let place = &mut self.missing[index as usize % RING];
            if step.unsigned_abs() < RING as u64 && std::mem::take(place) {
                self.overtaken += 1;
            }
            return;
        }
        for skipped in self.highest + 1..index {
            self.missing[skipped as usize % RING] = true;
            self.skipped += 1;
        }
        self.missing[index as usize % RING] = false;
        self.highest = index;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_lost_is_told_from_what_is_late() {
        let mut arrivals = Arrivals::new(7, 65_530);
        [65_533, 65_531, 2, 1, 2].into_iter().for_each(|sequence| arrivals.note(sequence));
        assert_eq!((arrivals.skipped, arrivals.overtaken), (6, 2));
    }
}
