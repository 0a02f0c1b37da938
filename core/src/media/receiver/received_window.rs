//! Which packets of late have arrived.

/// Words of the window.
const WORDS: usize = 64;

/// Numbers that the window spans.
const SPAN: u64 = WORDS as u64 * 64;

/// Remembers which of the last 4,096 extended sequence numbers have arrived: more than reordering
/// can span, so that every duplicate is told from a late packet.
#[derive(Clone, Debug)]
pub(super) struct ReceivedWindow {
    words: [u64; WORDS],
    highest: u64,
}

impl ReceivedWindow {
    /// A window whose first number is `first`, which has not arrived.
    pub(super) fn new(first: u64) -> ReceivedWindow {
        ReceivedWindow { words: [0; WORDS], highest: first }
    }

    /// Notes an arrival; whether it is the first of this number. Of numbers that lie before the
    /// window nothing is known: they pass as first.
    pub(super) fn insert(&mut self, number: u64) -> bool {
        if number > self.highest {
            self.forget(self.highest + 1, number);
            self.highest = number;
        } else if self.highest - number >= SPAN {
            return true;
        }
        let bit = 1 << (number % 64);
        let word = &mut self.words[(number / 64) as usize % WORDS];
        let is_first = *word & bit == 0;
        *word |= bit;
        is_first
    }

    /// Clears the places of numbers from `first` to `last`, which stood for others before.
    fn forget(&mut self, first: u64, last: u64) {
        if last - first >= SPAN {
            self.words = [0; WORDS];
            return;
        }
        for number in first..=last {
            self.words[(number / 64) as usize % WORDS] &= !(1 << (number % 64));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn duplicates_are_seen_and_new_numbers_are_not() {
        let mut window = ReceivedWindow::new(70_000);
        assert!(window.insert(70_000));
        assert!(!window.insert(70_000));
        for number in (70_001..90_000).rev().step_by(3).collect::<Vec<_>>().into_iter().rev() {
            assert!(window.insert(number), "{number} is new");
            assert!(!window.insert(number), "{number} is a duplicate");
        }
        assert!(window.insert(200_000));
        assert!(window.insert(199_999));
        assert!(!window.insert(200_000));
    }
}
