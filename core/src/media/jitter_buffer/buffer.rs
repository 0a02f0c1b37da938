//! The jitter buffer itself: packets in, frames out.

use std::collections::VecDeque;
use std::time::Duration;

use super::frame::{Frame, begins_key_frame};
use super::playout::Playout;
use super::reorder_wait::ReorderWait;
use super::slots::Slots;
use super::{JitterBufferConfig, Slot};
use crate::base::Time;
use crate::codec::h264::{NalUnitHeader, ParameterSets};
use crate::media::packet_pool::PacketPool;
use crate::media::{DropCounts, DropReason, JitterBufferState};
use crate::planted_bugs::{PlantedBug, is_planted};
use crate::rtp::MediaClock;

/// How many packets before the first one may still come, if that one begins no key frame.
const BEFORE_FIRST: u64 = 32;

/// How far to look for the packet that overtook one.
const OVERTAKING: u64 = 64;

/// The jitter buffer of one stream. The flow of a packet: [`JitterBuffer::insert`] puts it into
/// the ring, `advance` adds it to the frame being built, `complete` times the frame, and
/// [`JitterBuffer::release`] takes it out and writes its byte stream.
#[derive(Clone, Debug)]
pub(in crate::media) struct JitterBuffer {
    pub(super) config: JitterBufferConfig,
    pub(super) slots: Slots,
    /// Complete frames without a gap between them.
    pub(super) frames: VecDeque<Frame>,
    /// The frame that ends before `next`.
    pub(super) building: Option<Frame>,
    /// The first number that is in no frame.
    pub(super) next: u64,
    /// The highest number inserted; `None` before the first.
    pub(super) highest: Option<u64>,
    /// Whether the packet numbered `next` is known to begin a frame.
    pub(super) is_start_known: bool,
    /// The timestamp of the packet before `next`, which was discarded.
    pub(super) discarded_timestamp: Option<u32>,
    /// The number at which a gap begins, and when a packet beyond it arrived.
    pub(super) gap: Option<(u64, Time)>,
    /// The last numbers given up, from and up to, and since when they had been waited for.
    pub(super) given_up: Option<(u64, u64, Time)>,
    /// Whether frames that are no key frames refer to something lost.
    pub(super) is_awaiting_key_frame: bool,
    /// Whether a key frame has to be asked for.
    pub(super) is_key_frame_needed: bool,
    /// Whether this stream's frames begin with an access unit delimiter.
    begins_with_delimiter: bool,
    playout: Playout,
    pub(super) wait: ReorderWait,
    pub(super) sets: ParameterSets,
    pub(super) drops: DropCounts,
    frames_completed: u64,
    key_frames_completed: u64,
    pub(super) released: (u64, Duration),
    /// When frames that were due were last looked for.
    pub(super) told: Time,
}

impl JitterBuffer {
    /// An empty buffer for a stream of `clock` whose parameter sets `sets` are known beforehand.
    pub(in crate::media) fn new(
        clock: MediaClock,
        config: &JitterBufferConfig,
        sets: ParameterSets,
    ) -> JitterBuffer {
        JitterBuffer {
            config: *config,
            slots: Slots::new(),
            frames: VecDeque::new(),
            building: None,
            next: 0,
            highest: None,
            is_start_known: false,
            discarded_timestamp: None,
            gap: None,
            given_up: None,
            is_awaiting_key_frame: true,
            is_key_frame_needed: false,
            begins_with_delimiter: false,
            playout: Playout::new(clock, config),
            wait: ReorderWait::new(config),
            sets,
            drops: DropCounts::default(),
            frames_completed: 0,
            key_frames_completed: 0,
            released: (0, Duration::ZERO),
            told: Time::ZERO,
        }
    }

    /// Takes in a packet by its extended sequence number.
    pub(in crate::media) fn insert(
        &mut self,
        now: Time,
        sequence: u64,
        slot: Slot,
        pool: &mut PacketPool,
    ) {
        if self.highest.is_none() {
            self.start(sequence, &slot);
        }
        if sequence < self.next {
            return self.insert_behind(now, sequence, slot, pool);
        }
        if self.slots.slot(sequence).is_some() {
            return self.drop_packet(DropReason::Duplicate, slot, pool);
        }
        if !self.make_room(now, sequence, slot.packet.len(), pool) {
            return self.drop_packet(DropReason::Overflow, slot, pool);
        }
        if !slot.is_repair {
            self.note_overtaken(now, sequence);
        }
        let begins_key_frame = self.may_begin_key_frame(slot.summary.first_unit);
        self.put(sequence, slot);
        if begins_key_frame && self.is_awaiting_key_frame {
            self.skip_to_key_frame(sequence, pool);
        }
        self.advance(now, pool);
    }

    fn start(&mut self, sequence: u64, slot: &Slot) {
        let is_beginning = begins_key_frame(slot.summary.first_unit);
        self.next = if is_beginning { sequence } else { sequence.saturating_sub(BEFORE_FIRST) };
    }

    fn put(&mut self, sequence: u64, slot: Slot) {
        let highest = self.highest.map_or(sequence, |highest| highest.max(sequence));
        self.highest = Some(highest);
        let span = highest - self.lowest().min(sequence) + 1;
        self.slots.insert(sequence, span as usize, slot);
    }

    /// The lowest number that may be held.
    pub(super) fn lowest(&self) -> u64 {
        let first = self.frames.front().or(self.building.as_ref());
        first.map_or(self.next, |frame| frame.first)
    }

    /// A packet from before the gap: part of the first frame, if its beginning was only assumed,
    /// or too late.
    fn insert_behind(&mut self, now: Time, sequence: u64, slot: Slot, pool: &mut PacketPool) {
        if self.slots.slot(sequence).is_some() {
            return self.drop_packet(DropReason::Duplicate, slot, pool);
        }
        if let Some((from, to, since)) = self.given_up
            && (from..to).contains(&sequence)
            && !slot.is_repair
        {
            self.wait.note(now.since(since));
        }
        let first = self.frames.front_mut().or(self.building.as_mut());
        let continues = |frame: &&mut Frame| {
            frame.first == sequence + 1
                && frame.is_start_assumed
                && frame.timestamp == slot.timestamp
                && !slot.marker
        };
        let highest = self.highest.unwrap_or(sequence);
        let fits_ring = highest - sequence < self.config.maximum_packets as u64;
        let fits = fits_ring && self.slots.bytes() + slot.packet.len() <= self.config.maximum_bytes;
        match first.filter(continues).filter(|_| fits) {
            Some(frame) => {
                frame.prepend(&slot);
                self.put(sequence, slot);
            }
            None => self.drop_packet(DropReason::Late, slot, pool),
        }
    }

    fn note_overtaken(&mut self, now: Time, sequence: u64) {
        let Some(highest) = self.highest.filter(|highest| sequence < *highest) else { return };
        let end = highest.min(sequence + OVERTAKING);
        let overtaking = (sequence + 1..=end).find_map(|number| self.slots.slot(number));
        if let Some(slot) = overtaking {
            self.wait.note(now.since(slot.arrival));
        }
    }

    /// Whether a packet whose first NAL unit has this type begins a key frame of this stream.
    pub(super) fn may_begin_key_frame(&self, unit_type: u8) -> bool {
        let is_delimiter = unit_type == NalUnitHeader::ACCESS_UNIT_DELIMITER;
        begins_key_frame(unit_type) && (is_delimiter || !self.begins_with_delimiter)
    }

    /// Adds all packets without a gap from `next` on to frames.
    pub(super) fn advance(&mut self, now: Time, pool: &mut PacketPool) {
        while let Some(slot) = self.slots.slot(self.next) {
            let marker = slot.marker;
            if self.building.is_none() && !self.begins_frame(slot) {
                self.pass_next(pool);
                continue;
            }
            match &mut self.building {
                Some(frame) if frame.timestamp == slot.timestamp => frame.push(slot),
                Some(_) => {
                    self.complete(pool);
                    continue;
                }
                None => self.building = Some(Frame::new(self.next, slot, self.is_start_known)),
            }
            self.next += 1;
            self.is_start_known = false;
            self.discarded_timestamp = None;
            if marker {
                self.complete(pool);
            }
        }
        self.note_gap(now);
    }

    /// Passes over a packet between two frames: one of padding alone, RFC 3550 section 5.1, or
    /// one of a frame whose beginning is missing.
    fn pass_next(&mut self, pool: &mut PacketPool) {
        if let Some(slot) = self.slots.remove(self.next) {
            if slot.payload().is_empty() {
                pool.put(slot.packet);
            } else {
                self.is_start_known = slot.marker;
                self.discarded_timestamp = Some(slot.timestamp).filter(|_| !slot.marker);
                self.drop_packet(DropReason::IncompleteFrame, slot, pool);
            }
        }
        self.next += 1;
    }

    fn begins_frame(&self, slot: &Slot) -> bool {
        let is_next = self.is_start_known
            || self.discarded_timestamp.is_some_and(|timestamp| timestamp != slot.timestamp)
            || self.may_begin_key_frame(slot.summary.first_unit);
        is_next && !slot.payload().is_empty()
    }

    fn note_gap(&mut self, now: Time) {
        let Some(highest) = self.highest.filter(|highest| *highest >= self.next) else {
            self.gap = None;
            return;
        };
        if self.gap.is_none_or(|(number, _)| number != self.next) {
            let beyond = (self.next..=highest).find_map(|number| self.slots.slot(number));
            self.gap = Some((self.next, beyond.map_or(now, |slot| slot.arrival)));
        }
    }

    /// Ends the frame being built: the packet after it begins another.
    fn complete(&mut self, pool: &mut PacketPool) {
        let Some(mut frame) = self.building.take() else { return };
        self.is_start_known = true;
        self.remember_parameter_sets(&frame);
        frame.is_key_frame = frame.summary.has_idr && self.sets.is_complete();
        frame.due = self.playout.complete(frame.arrivals.1, frame.timestamp);
        if !frame.is_start_assumed {
            let delimiter = NalUnitHeader::ACCESS_UNIT_DELIMITER;
            self.begins_with_delimiter = frame.summary.first_unit == delimiter;
        }
        self.wait.decay();
        self.frames_completed += 1;
        if frame.is_key_frame {
            self.key_frames_completed += 1;
            self.is_awaiting_key_frame = false;
            self.is_key_frame_needed = false;
        } else if self.is_awaiting_key_frame && !is_planted(PlantedBug::ReleaseWithoutReference) {
            self.is_key_frame_needed = true;
            return self.drop_frame(DropReason::AwaitingKeyFrame, &frame, pool);
        }
        self.frames.push_back(frame);
    }

    fn remember_parameter_sets(&mut self, frame: &Frame) {
        let summary = frame.summary;
        if !summary.has_sequence_parameter_set && !summary.has_picture_parameter_set {
            return;
        }
        for slot in (frame.first..frame.end).filter_map(|number| self.slots.slot(number)) {
            if slot.summary.has_sequence_parameter_set || slot.summary.has_picture_parameter_set {
                self.sets.remember_payload(slot.payload());
            }
        }
    }

    /// When a frame is to be released or a gap given up. Frames that were due at the last timeout
    /// or release wake nobody again.
    pub(in crate::media) fn deadline(&self) -> Option<Time> {
        let told = self.frames.partition_point(|frame| frame.due <= self.told);
        let due = self.frames.get(told).map(|frame| frame.due);
        let gap = self.gap.map(|(_, since)| since + self.wait.wait());
        due.into_iter().chain(gap).min()
    }

    /// Whether a key frame has to be asked for, because what arrives cannot be decoded.
    pub(in crate::media) fn is_key_frame_needed(&self) -> bool {
        self.is_key_frame_needed
    }

    /// Whether a key frame is being received, and nothing of it is missing so far.
    pub(in crate::media) fn is_key_frame_coming(&self) -> bool {
        if self.gap.is_some() {
            return false;
        }
        let is_one =
            |frame: &Frame| frame.summary.has_idr || frame.summary.has_sequence_parameter_set;
        self.building.as_ref().is_some_and(is_one)
    }

    /// Waits at least this long for a gap, because lost packets are asked for; `None` if they are
    /// not.
    pub(in crate::media) fn set_repair_wait(&mut self, wait: Option<Duration>) {
        self.wait.set_repair(wait.unwrap_or_default());
    }

    /// The first number that is still of use.
    pub(in crate::media) fn next(&self) -> u64 {
        self.next
    }

    /// What was dropped.
    pub(in crate::media) fn drops(&self) -> &DropCounts {
        &self.drops
    }

    /// Frames that became complete, and key frames among them.
    pub(in crate::media) fn completed(&self) -> (u64, u64) {
        (self.frames_completed, self.key_frames_completed)
    }

    /// Frames released, and the time between their first packet and their release in sum.
    pub(in crate::media) fn released(&self) -> (u64, Duration) {
        self.released
    }

    /// The playout delay that the jitter asks for now.
    pub(in crate::media) fn delay(&self) -> Duration {
        self.playout.delay()
    }

    /// What it holds and waits for.
    pub(in crate::media) fn state(&self) -> JitterBufferState {
        let (packets, bytes) = self.held();
        JitterBufferState {
            packets,
            bytes,
            frames: self.frames.len(),
            next: self.next,
            is_waiting: self.gap.is_some(),
            is_awaiting_key_frame: self.is_awaiting_key_frame,
        }
    }

    /// Packets and bytes held.
    pub(in crate::media) fn held(&self) -> (usize, usize) {
        (self.slots.packets(), self.slots.bytes())
    }
}
