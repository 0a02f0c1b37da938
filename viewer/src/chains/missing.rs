//! What is missing at a receiver.

use roomrtc_core::base::Time;
use roomrtc_sim::trace::Place;

/// A packet of a media stream that is missing at its receiver.
#[derive(Clone, Copy, Debug)]
pub(super) struct Missing {
    pub(super) from: Place,
    pub(super) to: Place,
    pub(super) ssrc: u32,
    pub(super) sequence: u16,
    /// The timestamp of its frame, if it is known.
    pub(super) timestamp: Option<u32>,
    pub(super) sent: Time,
}
