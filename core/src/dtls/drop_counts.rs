//! How often something was dropped.

use super::DropReason;

/// Counts by [`DropReason`].
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct DropCounts([u32; DropReason::ALL.len()]);

impl DropCounts {
    /// How often something was dropped for `reason`; stays at the largest number it can hold.
    pub const fn count(&self, reason: DropReason) -> u32 {
        self.0[reason as usize]
    }

    /// The reasons that occurred, and how often.
    pub fn iter(&self) -> impl Iterator<Item = (DropReason, u32)> + '_ {
        DropReason::ALL.into_iter().zip(self.0).filter(|(_, count)| *count > 0)
    }

    /// How often something was dropped, for any reason.
    pub fn total(&self) -> u64 {
        self.0.iter().map(|count| u64::from(*count)).sum()
    }

    /// Counts one more.
    pub(crate) fn note(&mut self, reason: DropReason) {
        let count = &mut self.0[reason as usize];
        *count = count.saturating_add(1);
    }
}
