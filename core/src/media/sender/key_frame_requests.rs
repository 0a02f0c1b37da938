//! Requests for key frames from the other side.

use std::time::Duration;

use crate::base::Time;
use crate::planted_bugs::{PlantedBug, is_planted};

/// The most requesters whose full intra requests are told apart.
const MOST_REQUESTERS: usize = 8;

/// Gathers requests for key frames: the application is told at most once in an interval, and of
/// every request that no key frame was given for since.
#[derive(Clone, Debug)]
pub(super) struct KeyFrameRequests {
    interval: Duration,
    is_pending: bool,
    last_told: Option<Time>,
    /// The requesters' SSRCs and the numbers of their last full intra requests.
    requesters: Vec<(u32, u8)>,
}

impl KeyFrameRequests {
    /// No request; the application is told at most once in `interval`.
    pub(super) const fn new(interval: Duration) -> KeyFrameRequests {
        KeyFrameRequests { interval, is_pending: false, last_told: None, requesters: Vec::new() }
    }

    /// A key frame is asked for.
    pub(super) fn request(&mut self) {
        self.is_pending = true;
    }

    /// A full intra request: one with the number of the last from its sender is a repetition,
    /// RFC 5104 section 4.3.1.2.
    pub(super) fn request_numbered(&mut self, requester: u32, sequence_number: u8) {
        let known = self.requesters.iter_mut().find(|(ssrc, _)| *ssrc == requester);
        match known {
            Some((_, number)) if *number == sequence_number => return,
            Some((_, number)) => *number = sequence_number,
            None => {
                if self.requesters.len() == MOST_REQUESTERS {
                    self.requesters.remove(0);
                }
                self.requesters.push((requester, sequence_number));
            }
        }
        self.request();
    }

    /// A key frame was given.
    pub(super) fn satisfy(&mut self) {
        self.is_pending = false;
    }

    /// When the application is to be told.
    pub(super) fn due(&self) -> Option<Time> {
        let interval =
            if is_planted(PlantedBug::KeyFrameStorm) { Duration::ZERO } else { self.interval };
        let next = self.last_told.map_or(Time::ZERO, |last| last + interval);
        self.is_pending.then_some(next)
    }

    /// Whether the application is to be told now.
    pub(super) fn poll(&mut self, now: Time) -> bool {
        let is_due = self.due().is_some_and(|due| due <= now);
        if is_due {
            self.is_pending = false;
            self.last_told = Some(now);
        }
        is_due
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn requests() -> KeyFrameRequests {
        KeyFrameRequests::new(Duration::from_millis(300))
    }

    #[test]
    fn many_requests_are_told_once_in_an_interval_and_none_is_lost() {
        let mut requests = requests();
        let mut told = Vec::new();
        for millis in 0..1_000 {
            if millis < 500 {
                requests.request();
            }
            if requests.poll(Time::from_millis(millis)) {
                told.push(millis);
            }
        }
        assert_eq!(told, [0, 300, 600]);
    }

    #[test]
    fn a_key_frame_ends_what_was_asked_before_it() {
        let mut requests = requests();
        requests.request();
        assert!(requests.poll(Time::ZERO));
        requests.request();
        requests.satisfy();
        assert!(!requests.poll(Time::from_secs(1)));
        requests.request();
        assert_eq!(requests.due(), Some(Time::from_millis(300)));
    }

    #[test]
    fn a_repeated_full_intra_request_is_no_new_one() {
        let mut requests = requests();
        requests.request_numbered(1, 5);
        assert!(requests.poll(Time::ZERO));
        requests.request_numbered(1, 5);
        assert!(!requests.poll(Time::from_secs(1)));
        requests.request_numbered(2, 5);
        assert!(requests.poll(Time::from_secs(2)));
        requests.request_numbered(1, 6);
        assert!(requests.poll(Time::from_secs(3)));
        (0..100).for_each(|ssrc| requests.request_numbered(ssrc, 0));
        assert_eq!(requests.requesters.len(), MOST_REQUESTERS);
    }
}
