//! One packet that waits.

use crate::base::Time;
use crate::codec::h264::PayloadSummary;

/// One packet in a jitter buffer.
#[derive(Clone, Debug, Default)]
pub(in crate::media) struct Slot {
    /// The packet's bytes, header included.
    pub(in crate::media) packet: Vec<u8>,
    /// Where in them the payload begins and ends.
    pub(in crate::media) payload: (u16, u16),
    /// Its RTP timestamp.
    pub(in crate::media) timestamp: u32,
    /// Its marker.
    pub(in crate::media) marker: bool,
    /// What its payload is part of.
    pub(in crate::media) summary: PayloadSummary,
    /// Whether it was sent again.
    pub(in crate::media) is_repair: bool,
    /// When it arrived.
    pub(in crate::media) arrival: Time,
}

impl Slot {
    /// The payload.
    pub(super) fn payload(&self) -> &[u8] {
        let (start, end) = self.payload;
        self.packet.get(usize::from(start)..usize::from(end)).unwrap_or_default()
    }
}
