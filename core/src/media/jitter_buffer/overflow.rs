//! Keeping the bound: the oldest makes room.

use super::buffer::JitterBuffer;
use crate::base::Time;
use crate::media::DropReason;
use crate::media::packet_pool::PacketPool;

impl JitterBuffer {
    /// Drops the oldest until a packet of `length` bytes with the number `sequence` fits.
    /// Whether it does.
    pub(super) fn make_room(
        &mut self,
        now: Time,
        sequence: u64,
        length: usize,
        pool: &mut PacketPool,
    ) -> bool {
        if length > self.config.maximum_bytes {
            return false;
        }
        while sequence >= self.next {
            let span = sequence.max(self.highest.unwrap_or(0)) - self.lowest();
            let fits_ring = span < self.config.maximum_packets as u64;
            if fits_ring && self.slots.bytes() + length <= self.config.maximum_bytes {
                return true;
            }
            self.shed(now, sequence, pool);
        }
        false
    }

    /// Drops the oldest frame, or gives up the oldest gap.
    fn shed(&mut self, now: Time, sequence: u64, pool: &mut PacketPool) {
        if let Some(frame) = self.frames.pop_front() {
            self.drop_frame(DropReason::Overflow, &frame, pool);
            self.drop_undecodable(pool);
        } else if self.building.is_some() {
            self.drop_building(DropReason::Overflow, pool);
            self.lose();
        } else if self.slots.packets() > 0 {
            self.give_up(now, pool);
        } else {
            self.lose();
            self.next = sequence;
        }
    }
}
