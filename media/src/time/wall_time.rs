//! A point in time.

use std::time::Duration;

/// A point in time: whole microseconds since the Unix epoch.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct WallTime(u64);

impl WallTime {
    /// The time so many microseconds after the Unix epoch.
    pub const fn from_micros(micros: u64) -> Self {
        Self(micros)
    }

    /// Microseconds since the Unix epoch.
    pub const fn as_micros(self) -> u64 {
        self.0
    }

    /// How long after `earlier` this is; zero where it is before.
    pub const fn since(self, earlier: WallTime) -> Duration {
        Duration::from_micros(self.0.saturating_sub(earlier.0))
    }

    /// This time and `duration` more.
    pub const fn after(self, duration: Duration) -> WallTime {
        Self(self.0.saturating_add(duration.as_micros() as u64))
    }

    /// Ticks of the 90 kHz clock of video (RFC 6184 section 8.2.1) since `start`, modulo 2^32:
    /// what an RTP timestamp advances by.
    pub const fn video_ticks_since(self, start: WallTime) -> u32 {
        // Nine ticks last exactly a hundred microseconds.
        (self.0.saturating_sub(start.0) as u128 * 9 / 100) as u32
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_second_is_ninety_thousand_ticks() {
        let start = WallTime::from_micros(7);
        assert_eq!(start.after(Duration::from_secs(1)).video_ticks_since(start), 90_000);
        assert_eq!(start.after(Duration::from_micros(33_333)).video_ticks_since(start), 2_999);
    }

    #[test]
    fn ticks_wrap_after_thirteen_hours() {
        let start = WallTime::from_micros(0);
        let later = WallTime::from_micros((1 << 32) * 100 / 9 + 100);
        assert!(later.video_ticks_since(start) < 10);
    }

    #[test]
    fn time_before_the_start_is_zero() {
        let (early, late) = (WallTime::from_micros(5), WallTime::from_micros(9));
        assert_eq!(early.since(late), Duration::ZERO);
        assert_eq!(early.video_ticks_since(late), 0);
    }
}
