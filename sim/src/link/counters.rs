//! What a pipe has counted.

use super::LossReason;

/// What a pipe has counted since it began. Copies count as packets of their own once they are made.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counters {
    /// Packets that the pipe was offered.
    pub offered: u64,
    /// Their bytes, headers of IP and UDP included.
    pub offered_bytes: u64,
    /// Packets that left or are bound to leave at the other end.
    pub arrived: u64,
    /// Their bytes, headers of IP and UDP included.
    pub arrived_bytes: u64,
    /// Packets dropped by faults.
    pub dropped: u64,
    /// Packets that found a queue full.
    pub queue_full: u64,
    /// Packets that CoDel dropped.
    pub queue_controlled: u64,
    /// Packets larger than the link carries.
    pub too_large: u64,
    /// Packets beyond those that a pipe keeps.
    pub overfull: u64,
    /// Packets made later by faults.
    pub late: u64,
    /// Copies made.
    pub duplicated: u64,
    /// Packets with bits turned.
    pub flipped: u64,
    /// Packets marked with congestion, by a fault or by a queue.
    pub marked: u64,
}

impl Counters {
    /// All packets that did not arrive.
    pub const fn lost(&self) -> u64 {
        self.dropped + self.queue_full + self.queue_controlled + self.too_large + self.overfull
    }

    pub(super) fn count_loss(&mut self, reason: LossReason) {
        *match reason {
            LossReason::Fault(_) => &mut self.dropped,
            LossReason::QueueFull => &mut self.queue_full,
            LossReason::QueueControlled => &mut self.queue_controlled,
            LossReason::TooLarge => &mut self.too_large,
            LossReason::Overfull => &mut self.overfull,
        } += 1;
    }
}
