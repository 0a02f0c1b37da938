//! How long the loop keeps others waiting.

use std::time::Duration;

use roomrtc_core::base::Time;

/// The longest turn of the loop of late: of this span of time and the one before.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct LoopLag {
    span_began: Time,
    longest_before: Duration,
    longest: Duration,
}

impl LoopLag {
    const SPAN: Duration = Duration::from_secs(5);

    /// A turn that took so long has ended.
    pub(super) fn note(&mut self, now: Time, turn: Duration) {
        self.move_on(now);
        self.longest = self.longest.max(turn);
    }

    /// The longest turn of the last five to ten seconds.
    pub(super) fn longest(&mut self, now: Time) -> Duration {
        self.move_on(now);
        self.longest.max(self.longest_before)
    }

    fn move_on(&mut self, now: Time) {
        let passed = now.since(self.span_began);
        if passed >= LoopLag::SPAN {
            let is_next = passed < 2 * LoopLag::SPAN;
            self.longest_before = if is_next { self.longest } else { Duration::ZERO };
            self.longest = Duration::ZERO;
            self.span_began = now;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_longest_turn_is_forgotten_after_a_while() {
        let mut lag = LoopLag::default();
        let long = Duration::from_millis(300);
        lag.note(Time::from_secs(1), long);
        lag.note(Time::from_secs(2), Duration::from_millis(1));
        assert_eq!(lag.longest(Time::from_secs(4)), long);
        assert_eq!(lag.longest(Time::from_secs(8)), long);
        assert_eq!(lag.longest(Time::from_secs(13)), Duration::ZERO);
        lag.note(Time::from_secs(14), long);
        assert_eq!(lag.longest(Time::from_secs(60)), Duration::ZERO);
    }
}
