//! The clock of one host.

use std::time::Duration;

use roomrtc_core::base::Time;

/// A monotonic clock that starts at an offset, drifts, and can be suspended.
///
/// Between two changes it is a straight line, in integers, so that every machine agrees on it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HostClock {
    /// A moment in the world's time.
    world: Time,
    /// What the clock showed then.
    local: Time,
    /// How much faster than the world it runs, in parts per thousand million.
    drift: i64,
    is_suspended: bool,
}

impl HostClock {
    const BILLION: i128 = 1_000_000_000;

    /// A clock that shows `offset` when the world begins, and runs `parts_per_million` faster.
    pub const fn new(offset: Time, parts_per_million: i64) -> HostClock {
        HostClock {
            world: Time::ZERO,
            local: offset,
            drift: parts_per_million * 1_000,
            is_suspended: false,
        }
    }

    /// What the clock shows at the world's time `now`.
    pub fn local(&self, now: Time) -> Time {
        if self.is_suspended {
            return self.local;
        }
        if self.drift == 0 {
            return self.local + (now - self.world);
        }
        let passed = i128::from((now - self.world).as_nanos() as u64);
        let passed = passed * (HostClock::BILLION + i128::from(self.drift)) / HostClock::BILLION;
        self.local + Duration::from_nanos(u64::try_from(passed).unwrap_or(0))
    }

    /// The first moment of the world's time at which the clock shows `local` or more; `None` while
    /// it stands still.
    pub fn world(&self, local: Time) -> Option<Time> {
        if self.is_suspended {
            return None;
        }
        if self.drift == 0 {
            return Some(self.world + (local - self.local));
        }
        let wanted = i128::from((local - self.local).as_nanos() as u64);
        let rate = HostClock::BILLION + i128::from(self.drift);
        let passed = (wanted * HostClock::BILLION + rate - 1) / rate;
        Some(self.world + Duration::from_nanos(u64::try_from(passed).unwrap_or(u64::MAX)))
    }

    /// The host falls asleep: its clock stands still.
    pub fn suspend(&mut self, now: Time) {
        self.local = self.local(now);
        self.world = now;
        self.is_suspended = true;
    }

    /// The host wakes up: its clock goes on from where it stood.
    pub fn resume(&mut self, now: Time) {
        self.world = now;
        self.is_suspended = false;
    }

    /// The clock runs at another rate from now on.
    pub fn set_drift(&mut self, now: Time, parts_per_million: i64) {
        self.local = self.local(now);
        self.world = now;
        self.drift = parts_per_million * 1_000;
    }

    /// Whether the host sleeps.
    pub const fn is_suspended(&self) -> bool {
        self.is_suspended
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_drifting_clock_goes_there_and_back() {
        for drift in [-500, 0, 500] {
            let clock = HostClock::new(Time::from_secs(7), drift);
            for nanos in [0, 1, 999, 1_000_000_007, 3_600_000_000_123] {
                let local = Time::from_secs(7) + Duration::from_nanos(nanos);
                let world = clock.world(local).expect("runs");
                assert!(clock.local(world) >= local, "{drift} {nanos}");
                let before = world.back(Duration::from_nanos(1));
                assert!(world == Time::ZERO || clock.local(before) < local, "{drift} {nanos}");
            }
        }
        let fast = HostClock::new(Time::ZERO, 500);
        assert_eq!(fast.local(Time::from_secs(1_000)), Time::from_millis(1_000_500));
    }

    #[test]
    fn a_suspended_clock_stands_still() {
        let mut clock = HostClock::new(Time::ZERO, 0);
        clock.suspend(Time::from_secs(1));
        assert_eq!(clock.local(Time::from_secs(6)), Time::from_secs(1));
        assert_eq!(clock.world(Time::from_secs(2)), None);
        clock.resume(Time::from_secs(6));
        assert_eq!(clock.local(Time::from_secs(8)), Time::from_secs(3));
        assert_eq!(clock.world(Time::from_secs(2)), Some(Time::from_secs(7)));
    }
}
