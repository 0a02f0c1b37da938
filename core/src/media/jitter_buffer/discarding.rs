//! Giving up gaps, and dropping what cannot be decoded without what they held.

use super::frame::Frame;
use super::{Slot, buffer::JitterBuffer};
use crate::base::Time;
use crate::media::DropReason;
use crate::media::packet_pool::PacketPool;
use crate::planted_bugs::{PlantedBug, is_planted};

impl JitterBuffer {
    /// Gives up the gaps that were waited for long enough.
    pub(in crate::media) fn handle_timeout(&mut self, now: Time, pool: &mut PacketPool) {
        self.told = self.told.max(now);
        while self.gap.is_some_and(|(_, since)| since + self.wait.wait() <= now) {
            self.give_up(now, pool);
        }
    }

    /// Goes on behind the gap: where a key frame begins, or else with the next packet there is.
    pub(super) fn give_up(&mut self, now: Time, pool: &mut PacketPool) {
        let since = self.gap.map_or(now, |(_, since)| since);
        let highest = self.highest.unwrap_or(self.next);
        if is_planted(PlantedBug::ReleaseIncompleteFrames) {
            return self.pass_over_gap(now, pool);
        }
        self.drop_building(DropReason::IncompleteFrame, pool);
        self.lose();
        let begins_key_frame = |slot: &Slot| self.may_begin_key_frame(slot.summary.first_unit);
        let held = |number: &u64| self.slots.slot(*number).is_some();
        let key_frame = (self.next..=highest)
            .find(|number| self.slots.slot(*number).is_some_and(begins_key_frame));
        let target = key_frame.or_else(|| (self.next..=highest).find(held));
        let target = target.unwrap_or(highest + 1);
        self.given_up = Some((self.next, target, since));
        self.drop_range(DropReason::AwaitingKeyFrame, self.next..target, pool);
        self.next = target;
        self.advance(now, pool);
    }

    /// Goes on as if the gap were none.
    fn pass_over_gap(&mut self, now: Time, pool: &mut PacketPool) {
        let highest = self.highest.unwrap_or(self.next);
        let held = (self.next..=highest).find(|number| self.slots.slot(*number).is_some());
        self.next = held.unwrap_or(highest + 1);
        if let Some(frame) = &mut self.building {
            frame.end = self.next;
        }
        self.advance(now, pool);
    }

    /// Something was lost: nothing can be decoded until the next key frame.
    pub(super) fn lose(&mut self) {
        self.is_awaiting_key_frame = true;
        self.is_key_frame_needed = true;
        self.is_start_known = false;
        self.discarded_timestamp = None;
    }

    /// A key frame begins with the packet numbered `sequence`: what precedes it is of no use,
    /// unless that may be a key frame too.
    pub(super) fn skip_to_key_frame(&mut self, sequence: u64, pool: &mut PacketPool) {
        let may_be_key_frame = self.building.as_ref().is_some_and(Frame::may_be_key_frame);
        if sequence == self.next || may_be_key_frame {
            return;
        }
        self.drop_building(DropReason::AwaitingKeyFrame, pool);
        self.drop_range(DropReason::AwaitingKeyFrame, self.next..sequence, pool);
        self.next = sequence;
        self.is_start_known = false;
        self.discarded_timestamp = None;
    }

    /// Drops everything: the stream has ended or begins anew.
    pub(in crate::media) fn clear(&mut self, pool: &mut PacketPool) {
        if let Some(highest) = self.highest {
            self.drop_range(DropReason::SourceChanged, self.lowest()..highest + 1, pool);
        }
        self.frames.clear();
        self.building = None;
    }

    /// A frame before the complete ones was lost: drops those that are no key frame, up to the
    /// first that is.
    pub(super) fn drop_undecodable(&mut self, pool: &mut PacketPool) {
        while let Some(frame) = self.frames.pop_front_if(|frame| !frame.is_key_frame) {
            self.drop_frame(DropReason::AwaitingKeyFrame, &frame, pool);
        }
        if self.frames.is_empty() {
            self.is_awaiting_key_frame = true;
            self.is_key_frame_needed = true;
        }
    }

    pub(super) fn drop_building(&mut self, reason: DropReason, pool: &mut PacketPool) {
        if let Some(frame) = self.building.take() {
            self.drop_frame(reason, &frame, pool);
        }
    }

    pub(super) fn drop_frame(&mut self, reason: DropReason, frame: &Frame, pool: &mut PacketPool) {
        self.drop_range(reason, frame.first..frame.end, pool);
    }

    fn drop_range(
        &mut self,
        reason: DropReason,
        numbers: std::ops::Range<u64>,
        pool: &mut PacketPool,
    ) {
        for number in numbers {
            if let Some(slot) = self.slots.remove(number) {
                self.drop_packet(reason, slot, pool);
            }
        }
    }

    pub(super) fn drop_packet(&mut self, reason: DropReason, slot: Slot, pool: &mut PacketPool) {
        self.drops.add(reason, 1);
        pool.put(slot.packet);
    }
}
