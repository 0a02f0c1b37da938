//! Freezes of a picture, as they happen.

use std::collections::VecDeque;
use std::time::Duration;

use roomrtc_core::base::Time;

/// Freezes of a picture, as `freezeCount` and `totalFreezesDuration` of the W3C's "Identifiers for
/// WebRTC's Statistics API" define them: the time between two pictures is a freeze if it is at
/// least three times the mean of the last thirty, and 150 ms more than that mean.
#[derive(Clone, Debug, Default)]
pub struct Freezes {
    count: u64,
    total: Duration,
    longest: Duration,
    last: Option<Time>,
    intervals: VecDeque<Duration>,
    sum: Duration,
}

impl Freezes {
    /// The intervals whose mean counts.
    const WINDOW: usize = 30;
    /// A freeze is longer than the mean by this at least.
    const MARGIN: Duration = Duration::from_millis(150);

    /// A picture is shown at the time `now`. Whether a freeze ends with it, and when it began.
    pub fn show(&mut self, now: Time) -> Option<Time> {
        let last = self.last.replace(now)?;
        let interval = now.since(last);
        let froze = self.is_freeze(interval);
        if froze {
            self.count += 1;
            self.total += interval;
            self.longest = self.longest.max(interval);
        }
        self.remember(interval);
        froze.then_some(last)
    }

    /// How many there were.
    pub fn count(&self) -> u64 {
        self.count
    }

    /// How long they were together.
    pub fn total(&self) -> Duration {
        self.total
    }

    /// How long the longest was.
    pub fn longest(&self) -> Duration {
        self.longest
    }

    fn is_freeze(&self, interval: Duration) -> bool {
        let Ok(known @ 1..) = u32::try_from(self.intervals.len()) else { return false };
        let mean = self.sum / known;
        interval >= (mean * 3).max(mean + Freezes::MARGIN)
    }

    fn remember(&mut self, interval: Duration) {
        if self.intervals.len() == Freezes::WINDOW
            && let Some(oldest) = self.intervals.pop_front()
        {
            self.sum -= oldest;
        }
        self.intervals.push_back(interval);
        self.sum += interval;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_gap_of_three_intervals_and_150_ms_is_a_freeze() {
        let mut freezes = Freezes::default();
        for frame in 0..30 {
            assert_eq!(freezes.show(Time::from_millis(frame * 33)), None);
        }
        let last = Time::from_millis(29 * 33);
        assert_eq!(freezes.clone().show(last + Duration::from_millis(182)), None);
        let mut frozen = freezes.clone();
        assert_eq!(frozen.show(last + Duration::from_millis(183)), Some(last));
        assert_eq!((frozen.count(), frozen.total()), (1, Duration::from_millis(183)));
        assert_eq!(frozen.longest(), Duration::from_millis(183));
    }
}
