//! When a request is sent again.

use std::time::Duration;

use crate::base::Time;
use crate::planted_bugs::{PlantedBug, is_planted};

/// The schedule of a request over UDP, RFC 8489 section 6.2.1: the interval doubles from RTO on,
/// the request is sent at most Rc times, and Rm times RTO after the last it has failed.
///
/// A value: whoever owns it looks at [`Retransmission::due`] and calls
/// [`Retransmission::advance`] when that time has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Retransmission {
    started: Time,
    due: Time,
    rto: Duration,
    sent: u8,
    most: u8,
    last_wait: u8,
}

impl Retransmission {
    /// The first interval where nothing is known of the path.
    pub const RTO: Duration = Duration::from_millis(500);

    /// Requests in all: Rc.
    pub const RC: u8 = 7;

    /// The last wait in units of RTO: Rm.
    pub const RM: u8 = 16;

    /// A schedule with the recommended Rc and Rm whose first request is sent `now`.
    pub fn new(now: Time, rto: Duration) -> Retransmission {
        Retransmission::with_limits(now, rto, Retransmission::RC, Retransmission::RM)
    }

    /// A schedule whose first request is sent `now`: `most` requests in all (at least one), and
    /// `last_wait` times `rto` behind the last.
    pub fn with_limits(now: Time, rto: Duration, most: u8, last_wait: u8) -> Retransmission {
        let most = most.clamp(1, 16);
        let first = if most == 1 { rto * u32::from(last_wait) } else { rto };
        Retransmission { started: now, due: now + first, rto, sent: 1, most, last_wait }
    }

    /// When the next request, or the failure, is due.
    pub fn due(&self) -> Time {
        self.due
    }

    /// When the first request was sent.
    pub fn started(&self) -> Time {
        self.started
    }

    /// Requests sent so far. A response measures the round trip only if it is one.
    pub fn sent(&self) -> u8 {
        self.sent
    }

    /// Whether another request would still be sent.
    pub fn will_repeat(&self) -> bool {
        self.sent < self.most
    }

    /// Steps on because [`Retransmission::due`] has come: whether the request is to be sent
    /// again. If not, the transaction has failed.
    #[must_use]
    pub fn advance(&mut self, now: Time) -> bool {
        if !self.will_repeat() || is_planted(PlantedBug::NoCheckRetransmission) {
            return false;
        }
        self.sent += 1;
        let wait = match self.will_repeat() {
            true if is_planted(PlantedBug::NoCheckBackoff) => 1,
            true => 1 << (self.sent - 1),
            false => u32::from(self.last_wait),
        };
        self.due = now + self.rto * wait;
        true
    }

    /// Sends nothing any more; a response is still waited for as long as it would have been, as
    /// RFC 8445 section 7.3.1.4 has it for checks that are cancelled.
    pub fn stop(&mut self) {
        let doubled = (1u32 << (self.most - 1)) - 1;
        self.due = self.started + self.rto * (doubled + u32::from(self.last_wait));
        self.most = self.sent;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_times_of_the_rfc() {
        let start = Time::from_secs(1);
        let mut schedule = Retransmission::new(start, Retransmission::RTO);
        let mut sent = vec![0];
        loop {
            let now = schedule.due();
            if !schedule.advance(now) {
                assert_eq!(now.since(start).as_millis(), 39_500);
                break;
            }
            sent.push(now.since(start).as_millis());
        }
        assert_eq!(sent, [0, 500, 1_500, 3_500, 7_500, 15_500, 31_500]);
    }

    #[test]
    fn a_stopped_one_only_waits() {
        let mut schedule = Retransmission::new(Time::ZERO, Retransmission::RTO);
        assert!(schedule.advance(Time::from_millis(500)));
        schedule.stop();
        assert_eq!(schedule.due(), Time::from_millis(39_500));
        assert!(!schedule.advance(Time::from_millis(39_500)));
    }
}
