//! Counting what was dropped.

use super::DropReason;

/// How much was dropped for each reason.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct DropCounts([u32; DropReason::ALL.len()]);

impl DropCounts {
    /// Counts `count` more; saturates.
    pub fn add(&mut self, reason: DropReason, count: u32) {
        let total = &mut self.0[reason as usize];
        *total = total.saturating_add(count);
    }

    /// Adds all of `other`.
    pub fn merge(&mut self, other: &DropCounts) {
        for reason in DropReason::ALL {
            self.add(reason, other.count(reason));
        }
    }

    /// The count of `reason`.
    pub fn count(&self, reason: DropReason) -> u32 {
        self.0[reason as usize]
    }

    /// The count of all reasons together.
    pub fn total(&self) -> u64 {
        self.0.iter().map(|count| u64::from(*count)).sum()
    }

    /// The reasons for which anything was dropped, with their counts.
    pub fn iter(&self) -> impl Iterator<Item = (DropReason, u32)> + '_ {
        DropReason::ALL.into_iter().map(|r| (r, self.count(r))).filter(|(_, count)| *count > 0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_reason_has_its_own_count() {
        let mut counts = DropCounts::default();
        for (count, reason) in (1..).zip(DropReason::ALL) {
            counts.add(reason, count);
        }
        let expected: Vec<_> = DropReason::ALL.into_iter().zip(1..).collect();
        assert_eq!(counts.iter().collect::<Vec<_>>(), expected);
        assert_eq!(counts.total(), 120);
    }
}
