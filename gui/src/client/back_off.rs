//! When something that has failed is tried again.

use std::time::Duration;

use roomrtc_core::base::{RandomStream, Seed, Time};

/// When a lost server is tried again: later after each failure, and not when all others try it.
#[derive(Debug)]
pub(super) struct BackOff {
    random: RandomStream,
    failures: u32,
    next: Option<Time>,
}

impl BackOff {
    /// The longest wait after the first failure.
    const FIRST: Duration = Duration::from_secs(1);

    /// The longest wait of all.
    const LONGEST: Duration = Duration::from_secs(30);

    /// Nothing has failed yet. What is random of the waits is drawn from this seed.
    pub(super) fn new(seed: &Seed) -> BackOff {
        BackOff { random: seed.stream("reconnecting"), failures: 0, next: None }
    }

    /// It has failed once more: how long to wait. That is between half and all of a time that doubles.
    pub(super) fn fail(&mut self, now: Time) -> Duration {
        let most = BackOff::FIRST * (1 << self.failures.min(5));
        let most = most.min(BackOff::LONGEST);
        self.failures = self.failures.saturating_add(1);
        let half = most / 2;
        let span = u64::try_from(half.as_nanos()).unwrap_or(u64::MAX);
        let wait = half + Duration::from_nanos(self.random.below(span));
        self.next = Some(now + wait);
        wait
    }

    /// It works: the next failure is a first one.
    pub(super) fn succeed(&mut self) {
        (self.failures, self.next) = (0, None);
    }

    /// When it is tried again, if it waits for that.
    pub(super) fn next(&self) -> Option<Time> {
        self.next
    }

    /// Whether it is time to try again: says so once.
    pub(super) fn is_due(&mut self, now: Time) -> bool {
        self.next.take_if(|at| *at <= now).is_some()
    }

    /// It is not tried any more.
    pub(super) fn give_up(&mut self) {
        self.next = None;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn waits_double_up_to_half_a_minute_and_begin_anew() {
        let mut back_off = BackOff::new(&Seed::from_u64(1));
        let expected = [1, 2, 4, 8, 16, 30, 30, 30];
        for most in expected.map(Duration::from_secs) {
            let wait = back_off.fail(Time::ZERO);
            assert!(wait >= most / 2 && wait < most, "{wait:?} of {most:?}");
            assert!(!back_off.is_due(Time::ZERO));
            assert!(back_off.is_due(Time::ZERO + wait) && back_off.next().is_none());
        }
        back_off.succeed();
        assert!(back_off.fail(Time::ZERO) < Duration::from_secs(1));
    }

    #[test]
    fn those_with_other_seeds_come_at_other_times() {
        let wait = |seed| BackOff::new(&Seed::from_u64(seed)).fail(Time::ZERO);
        assert_eq!(wait(1), wait(1));
        assert_ne!(wait(1), wait(2));
    }
}
