//! The one timer.

use std::io;
use std::os::fd::{AsRawFd, OwnedFd};

use mio::unix::SourceFd;
use mio::{Interest, Registry, Token};
use roomrtc_core::base::Time;
use rustix::time::{
    Itimerspec, TimerfdClockId, TimerfdFlags, TimerfdTimerFlags, Timespec, timerfd_create,
    timerfd_settime,
};

/// A kernel timer in the poll. A wait's own timeout counts in milliseconds, too coarse for the
/// pacing of packets; this one counts in nanoseconds.
#[derive(Debug)]
pub(super) struct Timer {
    descriptor: OwnedFd,
    armed: Option<Time>,
}

impl Timer {
    pub(super) fn new(registry: &Registry, token: Token) -> io::Result<Timer> {
        let flags = TimerfdFlags::NONBLOCK | TimerfdFlags::CLOEXEC;
        let descriptor = timerfd_create(TimerfdClockId::Monotonic, flags)?;
        let number = descriptor.as_raw_fd();
        registry.register(&mut SourceFd(&number), token, Interest::READABLE)?;
        Ok(Timer { descriptor, armed: None })
    }

    /// Sets the timer to `at`, or stops it. A time in the past expires at once.
    pub(super) fn arm(&mut self, now: Time, at: Option<Time>) -> io::Result<()> {
        if self.armed == at {
            return Ok(());
        }
        // Zero would stop the timer.
        let delay = at.map_or(0, |at| at.since(now).as_nanos().max(1));
        let delay = i64::try_from(delay).unwrap_or(i64::MAX);
        let value = Timespec { tv_sec: delay / 1_000_000_000, tv_nsec: delay % 1_000_000_000 };
        let once = Itimerspec { it_interval: Timespec { tv_sec: 0, tv_nsec: 0 }, it_value: value };
        timerfd_settime(&self.descriptor, TimerfdTimerFlags::empty(), &once)?;
        self.armed = at;
        Ok(())
    }

    /// It has expired. Setting it again forgets the expirations, so they need not be read.
    pub(super) fn note_expired(&mut self) {
        self.armed = None;
    }
}
