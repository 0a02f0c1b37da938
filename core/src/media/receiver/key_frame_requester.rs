//! When to ask for a key frame.

use std::time::Duration;

use crate::base::Time;
use crate::planted_bugs::{PlantedBug, is_planted};

/// The least time between two requests.
const SHORTEST: Duration = Duration::from_millis(100);

/// The longest time between two requests while a key frame is needed.
const LONGEST: Duration = Duration::from_secs(1);

/// The time between two requests as long as no round-trip time is known.
const UNKNOWN: Duration = Duration::from_millis(300);

/// Decides when a receiver asks for a key frame: at once when it needs one, and again every two
/// round-trip times (at least 100 ms, at most 1 s; 300 ms while none is known) until it comes. A
/// key frame that begins to arrive puts the next request off by as much.
#[derive(Clone, Copy, Debug, Default)]
pub(in crate::media) struct KeyFrameRequester {
    is_needed: bool,
    /// When the last request was sent, or a key frame was seen to come.
    last: Option<Time>,
    /// The number of the last full intra request, RFC 5104 section 4.3.1.1.
    sequence_number: u8,
}

impl KeyFrameRequester {
    /// Nothing needed.
    pub(in crate::media) const fn new() -> KeyFrameRequester {
        KeyFrameRequester { is_needed: false, last: None, sequence_number: 0 }
    }

    /// A key frame is needed.
    pub(in crate::media) fn request(&mut self) {
        self.is_needed = true;
    }

    /// A key frame has come.
    pub(in crate::media) fn satisfy(&mut self) {
        self.is_needed = false;
    }

    /// Whether a key frame is needed.
    pub(in crate::media) fn is_needed(&self) -> bool {
        self.is_needed
    }

    /// A request is being sent. Its number, if it is a full intra request: a new one, because the
    /// answer to the one before it would have come.
    pub(in crate::media) fn send(&mut self, now: Time) -> u8 {
        self.last = Some(now);
        self.sequence_number = self.sequence_number.wrapping_add(1);
        self.sequence_number
    }

    /// A key frame is coming.
    pub(in crate::media) fn postpone(&mut self, now: Time) {
        self.last = Some(now);
    }

    /// When the next request is to be sent.
    pub(in crate::media) fn due(&self, round_trip_time: Option<Duration>) -> Option<Time> {
        let interval = round_trip_time.map_or(UNKNOWN, |rtt| (rtt * 2).clamp(SHORTEST, LONGEST));
        let interval = if is_planted(PlantedBug::RequestStorm) { Duration::ZERO } else { interval };
        let next = self.last.map_or(Time::ZERO, |last| last + interval);
        self.is_needed.then_some(next)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn requests_are_repeated_by_the_round_trip_time_until_a_key_frame_comes() {
        let mut requester = KeyFrameRequester::new();
        let rtt = Some(Duration::from_millis(80));
        assert_eq!(requester.due(rtt), None);
        requester.request();
        assert_eq!(requester.due(rtt), Some(Time::ZERO));
        requester.postpone(Time::from_secs(1));
        assert_eq!(requester.due(rtt), Some(Time::from_millis(1_160)));
        assert_eq!(requester.due(Some(Duration::ZERO)), Some(Time::from_millis(1_100)));
        assert_eq!(requester.due(Some(Duration::from_secs(9))), Some(Time::from_secs(2)));
        assert_eq!(requester.due(None), Some(Time::from_millis(1_300)));
        requester.satisfy();
        assert_eq!(requester.due(rtt), None);
    }

    #[test]
    fn a_new_request_keeps_the_distance_and_has_a_new_number() {
        let mut requester = KeyFrameRequester::new();
        requester.request();
        assert_eq!(requester.send(Time::ZERO), 1);
        assert_eq!(requester.send(Time::from_secs(1)), 2);
        requester.satisfy();
        requester.request();
        assert_eq!(requester.due(Some(Duration::ZERO)), Some(Time::from_millis(1_100)));
    }
}
