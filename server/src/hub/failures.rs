//! How often a password was wrong.

use std::time::Duration;

use roomrtc_core::base::Time;

/// Wrong passwords of one account or from one address.
#[derive(Clone, Debug, Default)]
pub(super) struct Failures {
    count: u32,
    /// Tries whose outcome is not known yet.
    pub(super) in_flight: u32,
    /// When the last one was.
    pub(super) last: Time,
    /// No other try before this.
    until: Time,
}

impl Failures {
    /// Wrong passwords that cost nothing.
    const FREE: u32 = 5;

    /// The wait after the last one that is free; each further one doubles it.
    const FIRST_WAIT: Duration = Duration::from_secs(1);

    const LONGEST_WAIT: Duration = Duration::from_secs(5 * 60);

    /// After so long without a wrong password, all is forgotten.
    const MEMORY: Duration = Duration::from_secs(15 * 60);

    /// How long a try has to wait, if it has to.
    pub(super) fn wait(&self, now: Time) -> Option<Duration> {
        if self.is_forgotten(now) {
            return None;
        }
        (self.until > now).then(|| self.until.since(now))
    }

    /// Whether another try has to wait until the outcome of one is known: once nothing is free any
    /// more, one at a time.
    pub(super) const fn is_occupied(&self) -> bool {
        self.in_flight > 0 && self.count >= Failures::FREE
    }

    /// Whether so many tries are under way that another one may be one too many.
    pub(super) const fn may_exceed(&self) -> bool {
        self.in_flight > 0 && self.count + self.in_flight >= Failures::FREE
    }

    /// A password was wrong.
    pub(super) fn note(&mut self, now: Time) {
        if self.is_forgotten(now) {
            self.count = 0;
        }
        self.count = self.count.saturating_add(1);
        self.last = now;
        if let Some(doublings) = self.count.checked_sub(Failures::FREE) {
            let factor = 1_u32.checked_shl(doublings).unwrap_or(u32::MAX);
            let wait = Failures::FIRST_WAIT.saturating_mul(factor).min(Failures::LONGEST_WAIT);
            self.until = now + wait;
        }
    }

    /// A password was right.
    pub(super) const fn forgive(&mut self) {
        self.count = 0;
        self.until = Time::ZERO;
    }

    /// Whether nothing is worth being remembered.
    pub(super) fn is_empty(&self, now: Time) -> bool {
        self.in_flight == 0 && (self.count == 0 || self.is_forgotten(now))
    }

    fn is_forgotten(&self, now: Time) -> bool {
        self.last + Failures::MEMORY <= now
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_wait_doubles_up_to_five_minutes_and_is_forgotten() {
        let mut failures = Failures::default();
        let mut now = Time::from_secs(1_000);
        let mut waits = Vec::new();
        for _ in 0..16 {
            failures.note(now);
            let wait = failures.wait(now).unwrap_or_default();
            waits.push(wait.as_secs());
            now += wait;
        }
        assert_eq!(waits, [0, 0, 0, 0, 1, 2, 4, 8, 16, 32, 64, 128, 256, 300, 300, 300]);
        failures.note(now);
        assert!(failures.wait(now).is_some() && !failures.is_empty(now));
        now += Failures::MEMORY;
        assert!(failures.wait(now).is_none() && failures.is_empty(now));
        failures.note(now);
        assert_eq!(failures.wait(now), None);
    }
}
