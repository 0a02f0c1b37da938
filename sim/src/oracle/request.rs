//! A request of a host's own.

use std::time::Duration;

use roomrtc_core::base::Time;

use super::Way;

/// A STUN request that a host has sent, perhaps several times.
#[derive(Clone, Copy, Debug)]
pub(super) struct Request {
    pub(super) transaction: [u8; 12],
    pub(super) way: Way,
    /// How often it was sent.
    pub(super) sent: u32,
    /// When it was sent last.
    pub(super) last: Time,
    /// The hash of its user name.
    pub(super) name: u64,
    /// The hash of its user name if it nominates.
    pub(super) nominates: Option<u64>,
}

/// Requests sent in all: Rc.
const MOST_SENT: u32 = 7;

/// The least RTO, of which a tenth is forgiven.
const RTO: Duration = Duration::from_millis(450);

/// The longest wait between two of them, with a tenth more: 32 RTO, RFC 8489 section 6.2.1.
const LONGEST_WAIT: Duration = Duration::from_millis(17_600);

impl Request {
    /// It is sent again: each interval is twice the one before it, from RTO on.
    ///
    /// # Errors
    /// What is wrong with that.
    pub(super) fn repeat(&mut self, now: Time, way: Way) -> Result<(), &'static str> {
        let interval = now.since(std::mem::replace(&mut self.last, now));
        let least = RTO * (1 << (self.sent - 1));
        self.sent += 1;
        match () {
            () if self.way != way => Err("a request goes another way when it is sent again"),
            () if self.sent > MOST_SENT => Err("a request is sent too often"),
            () if interval < least => Err("a request is sent again too soon"),
            () => Ok(()),
        }
    }

    /// Whether its answer may still come.
    pub(super) fn is_under_way(&self, now: Time) -> bool {
        now.since(self.last) < LONGEST_WAIT
    }
}
