//! One frame that waits to be sent.

use crate::codec::h264::AccessUnit;

/// A frame, or a packet of a format without frames, that waits to be sent.
#[derive(Clone, Debug)]
pub(super) struct QueuedFrame {
    /// Its NAL units; or one unit, which is a packet's payload.
    pub(super) content: AccessUnit,
    /// The RTP timestamp on the wire.
    pub(super) timestamp: u32,
    /// Whether its last packet carries the marker.
    pub(super) marker: bool,
}
