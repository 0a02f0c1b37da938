//! Freezes as the WebRTC statistics define them.

use std::collections::VecDeque;
use std::time::Duration;

use crate::time::WallTime;

/// Counts freezes by the definition of `freezeCount` and `totalFreezesDuration` of
/// `RTCInboundRtpStreamStats`: a picture has frozen when the time until the next was shown is at
/// least the larger of three times the average and the average plus 150 ms, where the average is
/// over the last 30 pictures before.
#[derive(Clone, Debug, Default)]
pub struct FreezeDetector {
    last: Option<WallTime>,
    intervals: VecDeque<Duration>,
    /// `freezeCount`.
    pub count: u64,
    /// `totalFreezesDuration`.
    pub total: Duration,
    /// The longest time between two pictures, frozen or not.
    pub longest: Duration,
}

impl FreezeDetector {
    const PICTURES: usize = 30;

    /// Notes that a picture was shown at `now`.
    pub fn note(&mut self, now: WallTime) {
        let Some(last) = self.last.replace(now) else { return };
        let interval = now.since(last);
        self.longest = self.longest.max(interval);
        if self.threshold().is_some_and(|threshold| interval >= threshold) {
            self.count += 1;
            self.total += interval;
        }
        if self.intervals.len() == Self::PICTURES {
            self.intervals.pop_front();
        }
        self.intervals.push_back(interval);
    }

    fn threshold(&self) -> Option<Duration> {
        let count = u32::try_from(self.intervals.len()).ok().filter(|count| *count > 0)?;
        let average = self.intervals.iter().sum::<Duration>() / count;
        Some((average * 3).max(average + Duration::from_millis(150)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Shows pictures so many milliseconds apart: count and total milliseconds of freezes.
    fn freezes(intervals: &[u64]) -> (u64, u128) {
        let mut detector = FreezeDetector::default();
        let mut now = WallTime::from_micros(1_000_000);
        detector.note(now);
        for interval in intervals {
            now = now.after(Duration::from_millis(*interval));
            detector.note(now);
        }
        (detector.count, detector.total.as_millis())
    }

    #[test]
    fn the_threshold_is_exact_at_thirty_frames_a_second() {
        let steady = [30; 40];
        assert_eq!(freezes(&steady), (0, 0));
        assert_eq!(freezes(&[&steady[..], &[179]].concat()), (0, 0));
        assert_eq!(freezes(&[&steady[..], &[180]].concat()), (1, 180));
    }

    #[test]
    fn three_averages_count_where_pictures_are_rare() {
        assert_eq!(freezes(&[100, 100, 100, 299]), (0, 0));
        assert_eq!(freezes(&[100, 100, 100, 300]), (1, 300));
    }

    #[test]
    fn only_the_last_thirty_intervals_make_the_average() {
        let slow_then_fast = [vec![1_000; 5], vec![20; 30]].concat();
        assert_eq!(freezes(&[slow_then_fast, vec![170]].concat()), (1, 170));
    }

    #[test]
    fn the_longest_wait_is_kept() {
        let mut detector = FreezeDetector::default();
        for millis in [0, 30, 120, 150] {
            detector.note(WallTime::from_micros(millis * 1_000));
        }
        assert_eq!(detector.longest, Duration::from_millis(90));
    }

    #[test]
    fn the_first_interval_has_no_average() {
        assert_eq!(freezes(&[5_000]), (0, 0));
        assert_eq!(freezes(&[]), (0, 0));
    }
}
