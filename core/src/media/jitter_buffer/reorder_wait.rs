//! How long to wait for a gap.

use std::time::Duration;

use super::JitterBufferConfig;
use crate::planted_bugs::{PlantedBug, is_planted};

/// Learns by how much packets are overtaken, and waits twice that for a gap; or as long as it takes
/// to have lost packets sent again, where they are.
#[derive(Clone, Copy, Debug)]
pub(super) struct ReorderWait {
    floor: Duration,
    ceiling: Duration,
    /// How long it takes to have a lost packet sent again.
    repair: Duration,
    /// The most that a packet was overtaken by, forgotten slowly.
    overtaken: Duration,
}

impl ReorderWait {
    pub(super) fn new(config: &JitterBufferConfig) -> ReorderWait {
        let ceiling = config.gap_wait_ceiling.max(config.gap_wait);
        ReorderWait {
            floor: config.gap_wait,
            ceiling,
            repair: Duration::ZERO,
            overtaken: Duration::ZERO,
        }
    }

    /// Lost packets are asked for, and have come after this long.
    pub(super) fn set_repair(&mut self, repair: Duration) {
        self.repair = repair;
    }

    /// A packet came this long after one that was sent later.
    pub(super) fn note(&mut self, overtaken: Duration) {
        self.overtaken = self.overtaken.max(overtaken);
    }

    /// A frame was completed: forgets a 256th, so that half is forgotten in 6 s at 30 frames a
    /// second.
    pub(super) fn decay(&mut self) {
        self.overtaken -= self.overtaken / 256;
    }

    pub(super) fn wait(&self) -> Duration {
        if is_planted(PlantedBug::WaitForGapsForEver) {
            return Duration::MAX;
        }
        if is_planted(PlantedBug::GiveUpGapsAtOnce) {
            return Duration::ZERO;
        }
        (self.overtaken * 2).clamp(self.floor, self.ceiling).max(self.repair)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_wait_follows_what_was_seen_within_its_bounds() {
        let mut wait = ReorderWait::new(&JitterBufferConfig::default());
        assert_eq!(wait.wait(), Duration::from_millis(40));
        wait.note(Duration::from_millis(70));
        assert_eq!(wait.wait(), Duration::from_millis(140));
        (0..180).for_each(|_| wait.decay());
        assert!(wait.wait() < Duration::from_millis(71));
        wait.note(Duration::from_secs(3));
        assert_eq!(wait.wait(), Duration::from_millis(300));
        wait.set_repair(Duration::from_millis(400));
        assert_eq!(wait.wait(), Duration::from_millis(400));
    }
}
