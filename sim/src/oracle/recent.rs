//! The last few of something.

use std::collections::VecDeque;

/// The last `MOST` entries of something that has no end; the oldest go.
#[derive(Clone, Debug)]
pub(super) struct Recent<T, const MOST: usize>(VecDeque<T>);

impl<T, const MOST: usize> Recent<T, MOST> {
    pub(super) const fn new() -> Recent<T, MOST> {
        Recent(VecDeque::new())
    }

    /// Adds an entry.
    pub(super) fn push(&mut self, entry: T) {
        if self.0.len() == MOST {
            self.0.pop_front();
        }
        self.0.push_back(entry);
    }

    /// The newest entry for which `is_it` holds.
    pub(super) fn find(&self, is_it: impl Fn(&T) -> bool) -> Option<&T> {
        self.0.iter().rev().find(|entry| is_it(entry))
    }

    /// The newest entry for which `is_it` holds, to be changed.
    pub(super) fn find_mut(&mut self, is_it: impl Fn(&T) -> bool) -> Option<&mut T> {
        self.0.iter_mut().rev().find(|entry| is_it(entry))
    }

    /// Entries for which `is_it` holds.
    pub(super) fn count(&self, is_it: impl Fn(&T) -> bool) -> usize {
        self.0.iter().filter(|entry| is_it(entry)).count()
    }

    /// The oldest entry, if there are `MOST` of them.
    pub(super) fn oldest_of_all(&self) -> Option<&T> {
        self.0.front().filter(|_| self.0.len() == MOST)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_oldest_go() {
        let mut recent = Recent::<u8, 2>::new();
        recent.push(1);
        assert_eq!(recent.oldest_of_all(), None);
        recent.push(2);
        recent.push(3);
        assert_eq!(recent.oldest_of_all(), Some(&2));
        assert_eq!(recent.find(|entry| *entry == 1), None);
        assert_eq!(recent.find(|entry| *entry > 1), Some(&3));
    }
}
