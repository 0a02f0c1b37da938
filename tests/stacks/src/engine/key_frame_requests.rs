//! Requests for key frames from the other side.

use std::time::Duration;

use roomrtc_core::base::Time;

/// Spares the encoder: the application is told at most once in an interval, as by our own core.
#[derive(Clone, Copy, Debug)]
pub(super) struct KeyFrameRequests {
    interval: Duration,
    is_pending: bool,
    last_told: Option<Time>,
}

impl KeyFrameRequests {
    pub(super) const fn new(interval: Duration) -> KeyFrameRequests {
        KeyFrameRequests { interval, is_pending: false, last_told: None }
    }

    /// The other side asks.
    pub(super) fn request(&mut self) {
        self.is_pending = true;
    }

    /// A key frame is sent.
    pub(super) fn satisfy(&mut self) {
        self.is_pending = false;
    }

    /// When the application is to be told.
    pub(super) fn due(&self) -> Option<Time> {
        let next = self.last_told.map_or(Time::ZERO, |last| last + self.interval);
        self.is_pending.then_some(next)
    }

    /// Whether the application is to be told now.
    pub(super) fn poll(&mut self, now: Time) -> bool {
        let tells = self.due().is_some_and(|due| due <= now);
        if tells {
            self.is_pending = false;
            self.last_told = Some(now);
        }
        tells
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_application_is_told_once_in_an_interval() {
        let mut requests = KeyFrameRequests::new(Duration::from_millis(300));
        let at = Time::from_millis;
        assert!(!requests.poll(at(0)));
        requests.request();
        requests.request();
        assert!(requests.poll(at(1)));
        assert!(!requests.poll(at(2)));
        requests.request();
        assert!(!requests.poll(at(300)));
        assert_eq!(requests.due(), Some(at(301)));
        assert!(requests.poll(at(301)));
        requests.request();
        requests.satisfy();
        assert!(!requests.poll(at(900)));
    }
}
