//! When a flight is sent again.

use std::time::Duration;

use crate::base::Time;
use crate::planted_bugs::{PlantedBug, is_planted};

/// The retransmission timer, RFC 6347 section 4.2.4.
///
/// It starts at twice the round-trip time that ICE has measured, within 50 ms and 3 s, and doubles
/// with each repetition up to 60 s. A new flight starts over: that it could be made shows that
/// something came through, and the round-trip time is measured, not guessed.
///
/// A repetition by the peer is answered at once with ours (it may not have got it), but not within
/// a round trip of our last sending: then both have crossed, or one flight came in many pieces.
#[derive(Clone, Debug)]
pub(in crate::dtls) struct Retransmission {
    initial: Duration,
    spacing: Duration,
    timeout: Duration,
    due: Option<Time>,
    sent: Option<Time>,
    is_paused: bool,
}

/// The initial timeout where no round-trip time is known, RFC 6347 section 4.2.4.1.
const UNKNOWN: Duration = Duration::from_secs(1);

const SHORTEST: Duration = Duration::from_millis(50);

const LONGEST_INITIAL: Duration = Duration::from_secs(3);

const LONGEST: Duration = Duration::from_secs(60);

const SHORTEST_SPACING: Duration = Duration::from_millis(25);

const LONGEST_SPACING: Duration = Duration::from_millis(250);

impl Retransmission {
    /// A timer that stands still, for the round-trip time `rtt`.
    pub(in crate::dtls) fn new(rtt: Option<Duration>) -> Retransmission {
        let mut retransmission = Retransmission {
            initial: UNKNOWN,
            spacing: SHORTEST_SPACING,
            timeout: UNKNOWN,
            due: None,
            sent: None,
            is_paused: false,
        };
        retransmission.know(rtt);
        retransmission
    }

    /// Takes over a round-trip time; the flights to come go by it.
    pub(in crate::dtls) fn know(&mut self, rtt: Option<Duration>) {
        if let Some(rtt) = rtt {
            self.initial = rtt.saturating_mul(2).clamp(SHORTEST, LONGEST_INITIAL);
            self.spacing = rtt.clamp(SHORTEST_SPACING, LONGEST_SPACING);
        }
        if self.due.is_none() {
            self.timeout = self.initial;
        }
    }

    /// The timeout that a flight starts with.
    pub(in crate::dtls) fn initial(&self) -> Duration {
        self.initial
    }

    /// A new flight is sent; `is_timed` if it is to be repeated without being asked.
    pub(in crate::dtls) fn begin(&mut self, now: Time, is_timed: bool) {
        self.timeout = self.initial;
        self.sent = Some(now);
        self.due = is_timed.then(|| now + self.timeout);
    }

    /// A flight that was made before there was a path goes out only now.
    pub(in crate::dtls) fn postpone(&mut self, now: Time) {
        self.sent = self.sent.map(|_| now);
        self.due = self.due.map(|_| now + self.timeout);
    }

    /// There is no path.
    pub(in crate::dtls) fn pause(&mut self) {
        self.is_paused = true;
    }

    /// There is a path. Says whether it was gone while a flight was waiting to be repeated: then it is
    /// sent now, and the timer starts over.
    pub(in crate::dtls) fn resume(&mut self, now: Time) -> bool {
        let is_due = std::mem::take(&mut self.is_paused) && self.due.is_some();
        let is_due = is_due && self.sent.is_none_or(|sent| now >= sent + self.spacing);
        if is_due {
            self.begin(now, true);
        }
        is_due
    }

    /// When the flight is to be repeated.
    pub(in crate::dtls) fn due(&self) -> Option<Time> {
        self.due
    }

    /// The timer has run out: the flight is repeated, and the next timeout is twice as long.
    pub(in crate::dtls) fn expire(&mut self, now: Time) {
        let factor = if is_planted(PlantedBug::NoFlightBackoff) { 1 } else { 2 };
        self.timeout = self.timeout.saturating_mul(factor).min(LONGEST);
        self.sent = Some(now);
        self.due = Some(now + self.timeout);
    }

    /// Whether a repetition by the peer is answered now; if so, the timer starts anew.
    pub(in crate::dtls) fn answer(&mut self, now: Time) -> bool {
        if self.sent.is_some_and(|sent| now < sent + self.spacing) {
            return false;
        }
        self.sent = Some(now);
        self.due = self.due.map(|_| now + self.timeout);
        true
    }

    /// Nothing is repeated any more without being asked.
    pub(in crate::dtls) fn stop(&mut self) {
        self.due = None;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const fn ms(millis: u64) -> Duration {
        Duration::from_millis(millis)
    }

    #[test]
    fn a_flight_is_sent_at_once_when_the_path_is_back() {
        let mut timer = Retransmission::new(Some(ms(100)));
        timer.begin(Time::ZERO, true);
        assert!(!timer.resume(Time::from_millis(1)), "the path was never gone");
        for due in [200, 600, 1_400, 3_000] {
            timer.expire(Time::from_millis(due));
        }
        timer.pause();
        assert!(!timer.resume(Time::from_millis(3_099)), "it was sent just now");
        timer.pause();
        assert!(timer.resume(Time::from_millis(4_000)));
        assert_eq!(timer.due(), Some(Time::from_millis(4_200)));
        timer.stop();
        timer.pause();
        assert!(!timer.resume(Time::from_millis(5_000)), "nothing is to be repeated");
    }

    #[test]
    fn the_timeout_is_twice_the_round_trip_within_bounds_and_doubles() {
        for (rtt, initial) in [(1, 50), (25, 50), (100, 200), (5_000, 3_000)] {
            assert_eq!(Retransmission::new(Some(ms(rtt))).initial(), ms(initial));
        }
        assert_eq!(Retransmission::new(None).initial(), ms(1_000));
        let mut timer = Retransmission::new(Some(ms(100)));
        timer.begin(Time::ZERO, true);
        for due in [200, 600, 1_400, 3_000] {
            let at = Time::from_millis(due);
            assert_eq!(timer.due(), Some(at));
            timer.expire(at);
        }
        timer.begin(Time::ZERO, true);
        assert_eq!(timer.due(), Some(Time::from_millis(200)));
    }

    #[test]
    fn the_timeout_stops_growing() {
        let mut timer = Retransmission::new(None);
        timer.begin(Time::ZERO, true);
        (0..40).for_each(|_| timer.expire(Time::ZERO));
        assert_eq!(timer.due(), Some(Time::from_secs(60)));
    }

    #[test]
    fn a_flight_that_waited_for_a_path_is_timed_from_there() {
        let mut timer = Retransmission::new(Some(ms(100)));
        timer.begin(Time::ZERO, true);
        timer.postpone(Time::from_millis(150));
        assert_eq!(timer.due(), Some(Time::from_millis(350)));
        assert!(!timer.answer(Time::from_millis(249)));
        let mut idle = Retransmission::new(None);
        idle.postpone(Time::from_millis(150));
        assert_eq!(idle.due(), None);
    }

    #[test]
    fn repetitions_are_answered_but_not_within_a_round_trip() {
        let mut timer = Retransmission::new(Some(ms(100)));
        timer.begin(Time::ZERO, false);
        assert!(!timer.answer(Time::from_millis(99)));
        assert!(timer.answer(Time::from_millis(100)));
        assert!(!timer.answer(Time::from_millis(199)));
        assert_eq!(timer.due(), None);
        timer.begin(Time::from_secs(1), true);
        assert!(timer.answer(Time::from_millis(1_150)));
        assert_eq!(timer.due(), Some(Time::from_millis(1_350)));
    }
}
