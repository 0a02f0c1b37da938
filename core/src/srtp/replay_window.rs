//! Which packets were seen.

/// The highest index seen and the packets seen near it, RFC 3711 section 3.3.2.
///
/// The bits are a ring of 64-bit words: moving on clears whole words and shifts nothing. Of its
/// `WORDS` × 64 bits at least (`WORDS` − 1) × 64 are of use.
#[derive(Clone, Debug)]
pub(super) struct ReplayWindow<const WORDS: usize> {
    highest: Option<u64>,
    words: [u64; WORDS],
}

impl<const WORDS: usize> ReplayWindow<WORDS> {
    pub(super) fn new() -> ReplayWindow<WORDS> {
        ReplayWindow { highest: None, words: [0; WORDS] }
    }

    /// The highest index marked.
    pub(super) fn highest(&self) -> Option<u64> {
        self.highest
    }

    /// Whether this index has not been marked and is recent enough to tell.
    pub(super) fn is_new(&self, index: u64) -> bool {
        let Some(highest) = self.highest else {
            return true;
        };
        if index > highest {
            return true;
        }
        highest / 64 - index / 64 < WORDS as u64
            && self.words[slot::<WORDS>(index)] & bit(index) == 0
    }

    /// Whether this index has been marked and is recent enough to tell.
    pub(super) fn is_marked(&self, index: u64) -> bool {
        self.highest.is_some_and(|highest| index <= highest) && {
            let is_recent = self.highest.unwrap_or(index) / 64 - index / 64 < WORDS as u64;
            is_recent && self.words[slot::<WORDS>(index)] & bit(index) != 0
        }
    }

    /// Marks an index that [`ReplayWindow::is_new`].
    pub(super) fn mark(&mut self, index: u64) {
        let highest = self.highest.unwrap_or(index);
        // The words that come into view, at most each of them once.
        for word in (highest / 64 + 1..=index / 64).rev().take(WORDS) {
            self.words[(word % WORDS as u64) as usize] = 0;
        }
        self.highest = Some(highest.max(index));
        self.words[slot::<WORDS>(index)] |= bit(index);
    }
}

fn slot<const WORDS: usize>(index: u64) -> usize {
    (index / 64 % WORDS as u64) as usize
}

fn bit(index: u64) -> u64 {
    1 << (index % 64)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_index_is_new_once() {
        let mut window = ReplayWindow::<2>::new();
        for index in [700, 703, 701, 760, 702, 767] {
            assert!(window.is_new(index), "{index}");
            window.mark(index);
            assert!(!window.is_new(index), "{index}");
            assert!(window.is_marked(index), "{index}");
        }
        assert!([704, 699, 768].iter().all(|index| !window.is_marked(*index)));
        assert!(window.is_new(704));
        assert_eq!(window.highest(), Some(767));
    }

    #[test]
    fn what_is_too_old_is_not_new() {
        let mut window = ReplayWindow::<2>::new();
        window.mark(1_000);
        assert!(window.is_new(1_000 - 64));
        assert!(!window.is_new(800));
        window.mark(u64::MAX);
        assert!(!window.is_new(1_001) && !window.is_marked(1_000));
        assert!(window.is_new(u64::MAX - 64));
    }

    #[test]
    fn a_set_of_all_indices_agrees() {
        let mut random = crate::base::Seed::from_u64(1).stream("window");
        let (mut window, mut seen) = (ReplayWindow::<4>::new(), std::collections::BTreeSet::new());
        let mut base = 0;
        for _ in 0..20_000 {
            base += random.below(8) * random.below(3) * random.below(20);
            let index = base + random.below(150);
            let highest = seen.last().copied().unwrap_or(0);
            let is_recent = index > highest || highest - index <= 192;
            if is_recent {
                assert_eq!(window.is_new(index), !seen.contains(&index), "{index}");
            }
            if window.is_new(index) {
                window.mark(index);
                seen.insert(index);
            }
        }
    }
}
