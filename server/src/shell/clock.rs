//! The real clock.

use std::time::{Duration, Instant};

use roomrtc_core::base::Time;

/// Time since the server was bound.
#[derive(Clone, Copy, Debug)]
pub(super) struct Clock {
    start: Instant,
}

impl Clock {
    pub(super) fn start() -> Clock {
        Clock { start: Instant::now() }
    }

    pub(super) fn now(self) -> Time {
        Time::ZERO + self.start.elapsed()
    }

    /// How long it is until `time`.
    pub(super) fn until(self, time: Time) -> Duration {
        time.since(self.now())
    }
}
