//! When the hub wants to be called again.

use roomrtc_core::base::Time;

use super::DeadlineReason;

/// The next moment at which something is due, and what it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Deadline {
    /// When.
    pub at: Time,
    /// Why.
    pub reason: DeadlineReason,
}
