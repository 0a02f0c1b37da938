//! The clock that captures are stamped with.

use std::time::{Instant, SystemTime, UNIX_EPOCH};

use super::WallTime;

/// A clock that shows the time of day as it was when the clock was made, and from there on
/// advances steadily: setting the system's clock during a call does not move it. Its copies agree
/// with it to the microsecond.
#[derive(Clone, Copy, Debug)]
pub struct WallClock {
    base: WallTime,
    started: Instant,
}

impl WallClock {
    /// A clock set to the system's time of day.
    pub fn new() -> Self {
        let started = Instant::now();
        let since_epoch = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
        let base = WallTime::from_micros(u64::try_from(since_epoch.as_micros()).unwrap_or(0));
        Self { base, started }
    }

    /// The time now.
    pub fn now(&self) -> WallTime {
        self.at(Instant::now())
    }

    /// The time at `instant`; that of the clock's making for all that is before.
    pub fn at(&self, instant: Instant) -> WallTime {
        self.base.after(instant.saturating_duration_since(self.started))
    }
}

impl Default for WallClock {
    fn default() -> Self {
        Self::new()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_clock_never_goes_back_and_its_copy_agrees() {
        let clock = WallClock::new();
        let copy = clock;
        let first = clock.now();
        let second = copy.now();
        assert!(second >= first);
        assert!(first.as_micros() > 1_500_000_000_000_000, "later than 2017");
    }
}
