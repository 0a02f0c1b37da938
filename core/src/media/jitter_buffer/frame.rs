//! One frame being put together or waiting for its time.

use super::Slot;
use crate::base::Time;
use crate::codec::h264::{NalUnitHeader, PayloadSummary};

/// Packets of one timestamp without a gap.
#[derive(Clone, Copy, Debug)]
pub(super) struct Frame {
    /// The first extended sequence number.
    pub(super) first: u64,
    /// One more than the last.
    pub(super) end: u64,
    /// The RTP timestamp.
    pub(super) timestamp: u32,
    /// What its payloads are part of together.
    pub(super) summary: PayloadSummary,
    /// Whether the packet before its first may belong to it, too: that packet is missing, and the
    /// first is a parameter set alone, before which an access unit delimiter may stand.
    pub(super) is_start_assumed: bool,
    /// When its first and its last packet arrived.
    pub(super) arrivals: (Time, Time),
    /// Whether it is an IDR picture whose parameter sets are known.
    pub(super) is_key_frame: bool,
    /// When it is to be released.
    pub(super) due: Time,
}

impl Frame {
    /// A frame that begins with the packet numbered `first`. `is_start_known` if the packet
    /// before it is another's.
    pub(super) fn new(first: u64, slot: &Slot, is_start_known: bool) -> Frame {
        // Whoever aggregates parameter sets puts a delimiter into the same packet.
        let is_alone = slot.summary.first_unit == NalUnitHeader::SEQUENCE_PARAMETER_SET
            && !slot.summary.has_picture_parameter_set;
        Frame {
            first,
            end: first + 1,
            timestamp: slot.timestamp,
            summary: slot.summary,
            is_start_assumed: !is_start_known && is_alone,
            arrivals: (slot.arrival, slot.arrival),
            is_key_frame: false,
            due: Time::ZERO,
        }
    }

    /// Adds the packet after its last.
    pub(super) fn push(&mut self, slot: &Slot) {
        self.end += 1;
        self.summary = self.summary.and(slot.summary);
        self.note_arrival(slot.arrival);
    }

    /// Adds the packet before its first.
    pub(super) fn prepend(&mut self, slot: &Slot) {
        self.first -= 1;
        self.summary = slot.summary.and(self.summary);
        self.is_start_assumed &= slot.summary.first_unit != NalUnitHeader::ACCESS_UNIT_DELIMITER;
        self.note_arrival(slot.arrival);
    }

    fn note_arrival(&mut self, arrival: Time) {
        self.arrivals.0 = self.arrivals.0.min(arrival);
        self.arrivals.1 = self.arrivals.1.max(arrival);
    }

    /// Packets in it.
    pub(super) fn packets(&self) -> u32 {
        (self.end - self.first) as u32
    }

    /// Whether it began as key frames do: it may become one.
    pub(super) fn may_be_key_frame(&self) -> bool {
        self.summary.has_idr || begins_key_frame(self.summary.first_unit)
    }
}

/// Whether a key frame's first packet begins with a NAL unit of this type.
pub(super) fn begins_key_frame(unit_type: u8) -> bool {
    matches!(
        unit_type,
        NalUnitHeader::ACCESS_UNIT_DELIMITER | NalUnitHeader::SEQUENCE_PARAMETER_SET
    )
}
