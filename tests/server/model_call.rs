//! A call as the reference model knows it.

use roomrtc_core::signaling::client::CallRole;
use roomrtc_server::hub::CallStage;

/// Two users by number, caller first, and what is known of their call.
#[derive(Clone, Copy, Debug)]
pub(super) struct ModelCall {
    pub(super) parties: [usize; 2],
    /// Which call of all that were made it is, counted from 1.
    pub(super) number: usize,
    pub(super) is_ringing: bool,
    /// Only the first of the two says that it stands.
    pub(super) is_claimed: bool,
    /// Whether each takes part over a connection that stands.
    pub(super) is_present: [bool; 2],
    /// In seconds: when it began, and when each party was lost.
    pub(super) began: u64,
    pub(super) lost: [u64; 2],
}

impl ModelCall {
    /// Whether the user is bound to it: who is only said to be in it is not.
    pub(super) fn binds(&self, user: usize) -> bool {
        self.parties[0] == user || (self.parties[1] == user && !self.is_claimed)
    }

    /// Whether it is this call, and rings at the second of these.
    pub(super) fn is_ringing_at(&self, parties: [usize; 2], number: usize) -> bool {
        self.is_ringing && self.parties == parties && self.number == number
    }

    pub(super) fn place(&self, user: usize) -> usize {
        usize::from(self.parties[1] == user)
    }

    /// Whether it is over at this time, in seconds.
    pub(super) fn is_over(&self, now: u64) -> bool {
        let lost = (0..2).filter(|place| !self.is_present[*place]).map(|place| self.lost[place]);
        match (self.is_ringing, self.is_claimed) {
            (true, _) => self.began + 60 <= now,
            (_, true) => self.began + 30 <= now,
            _ => lost.max().is_some_and(|lost| lost + 30 <= now),
        }
    }

    pub(super) const fn stage(&self) -> CallStage {
        match (self.is_ringing, self.is_claimed, self.is_present) {
            (true, ..) => CallStage::Ringing,
            (_, true, _) => CallStage::Claimed,
            (.., [true, true]) => CallStage::Accepted,
            (.., [false, true]) => CallStage::Away(CallRole::Caller),
            (.., [true, false]) => CallStage::Away(CallRole::Callee),
            (.., [false, false]) => CallStage::BothAway,
        }
    }
}
