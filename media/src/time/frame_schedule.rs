//! When frames are due.

use std::time::Instant;

use super::FrameRate;

/// An absolute schedule of frames: waking late does not delay the frames that follow, and frames
/// whose time has wholly passed are left out rather than sent in a burst.
#[derive(Clone, Copy, Debug)]
pub struct FrameSchedule {
    start: Instant,
    rate: FrameRate,
    next: u64,
}

impl FrameSchedule {
    /// A schedule whose first frame is due at `start`.
    pub fn new(start: Instant, rate: FrameRate) -> Self {
        Self { start, rate, next: 0 }
    }

    /// When the next frame is due. Each call is for one frame more.
    pub fn next_due(&mut self, now: Instant) -> Instant {
        let earliest = self.rate.index_at(now.saturating_duration_since(self.start));
        // A frame that is late by less than an interval is still sent.
        self.next = self.next.max(earliest.saturating_sub(1));
        let due = self.start + self.rate.time_of(self.next);
        self.next += 1;
        due
    }
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::*;

    fn schedule() -> (Instant, FrameSchedule) {
        let start = Instant::now();
        (start, FrameSchedule::new(start, FrameRate::new(10, 1).expect("valid")))
    }

    #[test]
    fn lateness_does_not_add_up() {
        let (start, mut schedule) = schedule();
        for index in 0..50 {
            let late = Duration::from_millis(index * 100 + 30);
            let due = schedule.next_due(start + late.saturating_sub(Duration::from_millis(100)));
            assert_eq!(due, start + Duration::from_millis(index * 100));
        }
    }

    #[test]
    fn missed_frames_are_left_out() {
        let (start, mut schedule) = schedule();
        assert_eq!(schedule.next_due(start), start);
        let stalled = start + Duration::from_millis(1_050);
        assert_eq!(schedule.next_due(stalled), start + Duration::from_secs(1));
        assert_eq!(schedule.next_due(stalled), start + Duration::from_millis(1_100));
    }
}
