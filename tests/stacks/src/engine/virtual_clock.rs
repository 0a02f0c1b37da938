//! Virtual time for stacks that know the system's only.

use std::time::Instant;

use roomrtc_core::base::Time;

/// Maps the virtual time of a host to instants. It is the only place where the system's clock is
/// read: once, for an instant to count from.
#[derive(Clone, Copy, Debug)]
pub(super) struct VirtualClock {
    base: Instant,
}

impl VirtualClock {
    pub(super) fn new() -> VirtualClock {
        VirtualClock { base: Instant::now() }
    }

    pub(super) fn instant(&self, time: Time) -> Instant {
        self.base + time.since(Time::ZERO)
    }

    pub(super) fn time(&self, instant: Instant) -> Time {
        Time::ZERO + instant.saturating_duration_since(self.base)
    }
}
