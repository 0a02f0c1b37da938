//! The real clock.

use std::time::{Duration, Instant, SystemTime, UNIX_EPOCH};

use roomrtc_core::base::Time;

/// The monotonic clock of this machine as the core counts time, and where its zero lies in wall
/// time.
///
/// Copies share their zero, so the times of several clients in one process can be compared.
#[derive(Clone, Copy, Debug)]
pub struct Clock {
    start: Instant,
    unix_at_start: Duration,
}

impl Clock {
    /// A clock that shows [`Time::ZERO`] now.
    pub fn start() -> Clock {
        let unix_at_start = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
        Clock { start: Instant::now(), unix_at_start }
    }

    /// The time now.
    pub fn now(&self) -> Time {
        self.time_of(Instant::now())
    }

    /// The time of an instant; [`Time::ZERO`] for those before the clock was started.
    pub fn time_of(&self, instant: Instant) -> Time {
        Time::ZERO + instant.saturating_duration_since(self.start)
    }

    /// The wall clock at [`Time::ZERO`], since the Unix epoch.
    pub const fn unix_at_zero(&self) -> Duration {
        self.unix_at_start
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn copies_share_their_zero() {
        let clock = Clock::start();
        let copy = clock;
        let instant = Instant::now() + Duration::from_secs(1);
        assert_eq!(clock.time_of(instant), copy.time_of(instant));
        assert!(clock.unix_at_zero() > Duration::from_secs(1_600_000_000));
    }

    #[test]
    fn an_instant_before_the_start_is_the_start() {
        let before = Instant::now();
        assert_eq!(Clock::start().time_of(before), Time::ZERO);
    }
}
