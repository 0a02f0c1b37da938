//! The clock that RTP timestamps count.

use std::time::Duration;

use crate::base::Time;

const NANOS: u64 = 1_000_000_000;

/// A media clock: RTP timestamps of one stream advance at its rate.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct MediaClock {
    rate: u32,
}

impl MediaClock {
    /// The clock of video, RFC 3551 section 5.
    pub const VIDEO: MediaClock = MediaClock { rate: 90_000 };

    /// A clock of `rate` units a second; at least 1.
    pub const fn new(rate: u32) -> MediaClock {
        MediaClock { rate: if rate == 0 { 1 } else { rate } }
    }

    /// Units a second.
    pub const fn rate(self) -> u32 {
        self.rate
    }

    /// Units in `duration`, rounded down.
    pub fn units(self, duration: Duration) -> u64 {
        let fraction = u64::from(duration.subsec_nanos()) * u64::from(self.rate) / NANOS;
        duration.as_secs().wrapping_mul(u64::from(self.rate)).wrapping_add(fraction)
    }

    /// The low 32 bits of the units that have passed at `time`: an arrival time in the units of
    /// RTP timestamps, RFC 3550 appendix A.8.
    pub fn timestamp_at(self, time: Time) -> u32 {
        self.units(Duration::from_nanos(time.as_nanos())) as u32
    }

    /// How long `units` take, rounded down to nanoseconds.
    pub fn duration(self, units: u64) -> Duration {
        let rate = u64::from(self.rate);
        let nanos = units % rate * NANOS / rate;
        Duration::new(units / rate, nanos as u32)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn units_and_durations_agree() {
        let clock = MediaClock::VIDEO;
        assert_eq!(clock.units(Duration::from_millis(40)), 3_600);
        assert_eq!(clock.duration(3_600), Duration::from_millis(40));
        assert_eq!(clock.duration(90_001), Duration::new(1, 11_111));
        assert_eq!(clock.timestamp_at(Time::from_secs(100_000)), 9_000_000_000_u64 as u32);
        assert_eq!(MediaClock::new(0).rate(), 1);
    }
}
