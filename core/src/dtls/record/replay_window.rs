//! Which records of an epoch were seen.

/// The anti-replay window of one epoch, RFC 6347 section 4.1.2.6: 64 records wide.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ReplayWindow {
    /// One more than the highest number seen; 0 before the first.
    end: u64,
    /// Bit `n` is record `end - 1 - n`.
    seen: u64,
}

impl ReplayWindow {
    /// Whether a record numbered `sequence` is new: neither seen nor too old to tell.
    pub const fn is_new(&self, sequence: u64) -> bool {
        if sequence >= self.end {
            return true;
        }
        let age = self.end - 1 - sequence;
        age < 64 && self.seen & (1 << age) == 0
    }

    /// Marks `sequence` as seen; to be called for authenticated records only.
    pub const fn mark(&mut self, sequence: u64) {
        if sequence >= self.end {
            let shift = sequence - self.end + 1;
            self.seen = if shift < 64 { self.seen << shift | 1 } else { 1 };
            self.end = sequence + 1;
        } else if self.end - 1 - sequence < 64 {
            self.seen |= 1 << (self.end - 1 - sequence);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_number_is_new_once() {
        let mut window = ReplayWindow::default();
        for sequence in [0, 2, 1, 70, 69, 7, 200] {
            assert!(window.is_new(sequence), "{sequence}");
            window.mark(sequence);
            assert!(!window.is_new(sequence), "{sequence}");
        }
    }

    #[test]
    fn what_is_older_than_the_window_is_not_new() {
        let mut window = ReplayWindow::default();
        window.mark(100);
        assert!(window.is_new(37));
        assert!(!window.is_new(36));
        window.mark(36);
        assert!(window.is_new(37));
    }

    #[test]
    fn the_last_number_of_all_fits() {
        let mut window = ReplayWindow::default();
        window.mark((1 << 48) - 1);
        assert!(!window.is_new((1 << 48) - 1));
        assert!(window.is_new((1 << 48) - 2));
    }
}
