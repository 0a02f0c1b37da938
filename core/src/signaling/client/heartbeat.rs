//! Whether the server is still there.

use std::time::Duration;

use crate::base::Time;

/// A connection that is silent is asked for a sign of life, and given up if there is none.
#[derive(Clone, Debug)]
pub(super) struct Heartbeat {
    heard: Time,
    /// The silence after which the server is asked.
    interval: Duration,
    /// When it was asked, if it has not been heard since.
    asked: Option<Time>,
}

impl Heartbeat {
    /// The silence after which a server is asked that has not said what it wants.
    const INTERVAL: Duration = Duration::from_secs(20);

    /// How long the answer may take.
    const GRACE: Duration = Duration::from_secs(10);

    /// The longest silence that a server may ask for.
    const LONGEST: Duration = Duration::from_secs(600);

    /// A heartbeat that begins now.
    pub(super) const fn new(now: Time) -> Heartbeat {
        Heartbeat { heard: now, interval: Heartbeat::INTERVAL, asked: None }
    }

    /// Takes over what the server wants.
    pub(super) fn set_interval(&mut self, interval: Duration) {
        self.interval = interval.clamp(Duration::from_secs(1), Heartbeat::LONGEST);
    }

    /// Something was received.
    pub(super) const fn hear(&mut self, now: Time) {
        self.heard = now;
        self.asked = None;
    }

    /// When to look again.
    pub(super) fn deadline(&self) -> Time {
        match self.asked {
            Some(asked) => asked + Heartbeat::GRACE,
            None => self.heard + self.interval,
        }
    }

    /// Whether to ask now. From then on it waits for the answer.
    pub(super) fn asks(&mut self, now: Time) -> bool {
        let is_due = self.asked.is_none() && self.deadline() <= now;
        if is_due {
            self.asked = Some(now);
        }
        is_due
    }

    /// Whether the server was asked and has not answered in time.
    pub(super) fn is_over(&self, now: Time) -> bool {
        self.asked.is_some() && self.deadline() <= now
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn silence_is_asked_about_and_then_given_up() {
        let mut heartbeat = Heartbeat::new(Time::ZERO);
        assert!(!heartbeat.asks(Time::from_secs(19)));
        assert!(heartbeat.asks(Time::from_secs(20)));
        assert!(!heartbeat.asks(Time::from_secs(20)));
        assert!(!heartbeat.is_over(Time::from_secs(29)));
        assert!(heartbeat.is_over(Time::from_secs(30)));
        heartbeat.hear(Time::from_secs(30));
        assert!(!heartbeat.is_over(Time::from_secs(90)));
        assert_eq!(heartbeat.deadline(), Time::from_secs(50));
    }

    #[test]
    fn the_server_says_how_long_within_reason() {
        let mut heartbeat = Heartbeat::new(Time::ZERO);
        heartbeat.set_interval(Duration::ZERO);
        assert_eq!(heartbeat.deadline(), Time::from_secs(1));
        heartbeat.set_interval(Duration::MAX);
        assert_eq!(heartbeat.deadline(), Time::from_secs(600));
    }
}
