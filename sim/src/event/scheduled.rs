//! A place in the queue.

use roomrtc_core::base::Time;

/// When an event is due. Of two that are due at once, the one that was scheduled first comes
/// first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Scheduled {
    pub(super) at: Time,
    pub(super) order: u64,
    /// Where the event itself is kept.
    pub(super) slot: u32,
}
