//! One media section that receives.

use std::ops::Range;
use std::time::Duration;

use super::packet_queue::PacketQueue;
use super::{KeyFrameRequester, ReceiverStatistics, RepairRequester, Source};
use crate::base::Time;
use crate::codec::h264::{ParameterSets, PayloadSummary};
use crate::media::jitter_buffer::{JitterBuffer, JitterBufferConfig, Slot};
use crate::media::packet_pool::PacketPool;
use crate::media::{DropReason, PayloadFormat, PayloadType, ReceivedPacket, ReceiverParameters};
use crate::planted_bugs::{PlantedBug, is_planted};
use crate::rtp::{Header, SequenceVerdict};

/// How long a source is silent before another of the same media section takes its place.
const SILENCE: Duration = Duration::from_millis(500);

/// One media section that receives: its source, its jitter buffer and its requests.
#[derive(Clone, Debug)]
pub(in crate::media) struct MediaReceiver {
    pub(in crate::media) media: usize,
    pub(in crate::media) parameters: ReceiverParameters,
    pub(in crate::media) source: Option<Source>,
    pub(in crate::media) requester: KeyFrameRequester,
    pub(super) repair: RepairRequester,
    pub(in crate::media) has_ended: bool,
    /// Counters; those of the present source and buffer are added when asked for.
    pub(in crate::media) statistics: ReceiverStatistics,
    pub(super) config: JitterBufferConfig,
    pub(super) buffer: Option<JitterBuffer>,
    pub(super) packets: PacketQueue,
    /// Key frames of the present buffer that ended a request.
    key_frames_seen: u64,
}

impl MediaReceiver {
    pub(in crate::media) fn new(
        media: usize,
        parameters: ReceiverParameters,
        config: JitterBufferConfig,
    ) -> MediaReceiver {
        MediaReceiver {
            media,
            parameters,
            source: None,
            requester: KeyFrameRequester::new(),
            repair: RepairRequester::default(),
            has_ended: false,
            statistics: ReceiverStatistics::default(),
            config,
            buffer: None,
            packets: PacketQueue::new(),
            key_frames_seen: 0,
        }
    }

    /// Receives by these parameters from now on. Source, buffer and counts stay. What was missed while
    /// receiving was not allowed takes a key frame to go on from.
    pub(in crate::media) fn set_parameters(&mut self, parameters: ReceiverParameters) {
        let resumes = parameters.is_active && !self.parameters.is_active;
        self.parameters = parameters;
        if resumes && self.source.is_some() {
            self.requester.request();
        }
    }

    /// The payload type of a number, if it is one of this section's.
    pub(in crate::media) fn payload_type(&self, number: u8) -> Option<PayloadType> {
        self.parameters.payload_types.iter().find(|own| own.number == number).copied()
    }

    /// Whether packets of a number belong to this section, retransmissions included.
    pub(in crate::media) fn has_payload_type(&self, number: u8) -> bool {
        self.payload_type(number).is_some() || self.associated(number).is_some()
    }

    /// The payload type whose packets those of `number` carry again.
    fn associated(&self, number: u8) -> Option<u8> {
        let mut types = self.parameters.retransmissions.iter();
        types.find(|own| own.number == number).map(|own| own.associated)
    }

    /// Takes in a packet whose payload lies at `payload`; `packet` is left empty. Its SSRC and
    /// payload type belong to this section.
    pub(in crate::media) fn receive(
        &mut self,
        now: Time,
        header: &Header,
        payload: Range<usize>,
        packet: &mut Vec<u8>,
        pool: &mut PacketPool,
    ) {
        if let Some(associated) = self.associated(header.payload_type) {
            return self.receive_retransmission(now, header, associated, payload, packet, pool);
        }
        let payload_type = match self.admit(now, header, pool) {
            Ok(payload_type) => payload_type,
            Err(reason) => return self.drop_one(reason),
        };
        self.statistics.packets_received += 1;
        self.statistics.bytes_received += payload.len() as u64;
        let Some(sequence) = self.count(now, header, payload_type, pool) else { return };
        if !self.parameters.is_active {
            return self.drop_one(DropReason::Inactive);
        }
        let is_repair = self.note_arrival(now, sequence, false);
        self.take_in(now, header, (payload_type, sequence, is_repair), payload, packet, pool);
    }

    /// Takes in a packet of this payload type and extended sequence number, which comes for the
    /// first time, by itself or else because it was asked for.
    pub(super) fn take_in(
        &mut self,
        now: Time,
        header: &Header,
        (payload_type, sequence, is_repair): (PayloadType, u64, bool),
        payload: Range<usize>,
        packet: &mut Vec<u8>,
        pool: &mut PacketPool,
    ) {
        if payload_type.format == PayloadFormat::Packets {
            self.deliver(now, header, sequence, payload, packet, pool);
            return self.review_missing(now);
        }
        let slot = Slot { is_repair, ..slot(now, header, payload, packet, pool) };
        self.buffer(payload_type).insert(now, sequence, slot, pool);
        self.note_key_frames(now);
        self.review_missing(now);
    }

    /// The payload type of a packet that is to be received.
    fn admit(
        &mut self,
        now: Time,
        header: &Header,
        pool: &mut PacketPool,
    ) -> Result<PayloadType, DropReason> {
        let payload_type = self.payload_type(header.payload_type);
        let payload_type = payload_type.ok_or(DropReason::UnknownPayloadType)?;
        // What the source had under way when it was told to stop is not lost.
        let is_known = self.source.as_ref().is_some_and(|source| source.ssrc == header.ssrc);
        if !self.parameters.is_active && !is_known {
            return Err(DropReason::Inactive);
        }
        if !self.select_source(now, header.ssrc, payload_type, pool) {
            return Err(DropReason::UnknownSource);
        }
        Ok(payload_type)
    }

    /// Makes `ssrc` the source received, unless another is; whether it is now.
    fn select_source(
        &mut self,
        now: Time,
        ssrc: u32,
        payload_type: PayloadType,
        pool: &mut PacketPool,
    ) -> bool {
        if let Some(source) = &self.source {
            if source.ssrc == ssrc {
                return true;
            }
            let is_named = |ssrc| self.parameters.ssrcs.contains(&ssrc);
            let is_better = is_named(ssrc) && !is_named(source.ssrc);
            if !is_better && !source.is_replaceable(now, SILENCE) {
                return false;
            }
            self.drop_buffer(pool);
        }
        self.source = Some(Source::new(now, ssrc, payload_type.clock));
        self.statistics.ssrc = Some(ssrc);
        true
    }

    /// Counts a packet and gives its extended sequence number, if it is to be taken in.
    fn count(
        &mut self,
        now: Time,
        header: &Header,
        payload_type: PayloadType,
        pool: &mut PacketPool,
    ) -> Option<u64> {
        let source = self.source.as_mut()?;
        let is_first = source.numbers.highest().is_none();
        let verdict = source.numbers.receive(header.sequence_number);
        let (sequence, is_beginning) = match verdict {
            SequenceVerdict::Valid(sequence) => (sequence, is_first),
            SequenceVerdict::Restarted(sequence) => (sequence, true),
            SequenceVerdict::OutOfRange => {
                self.drop_one(DropReason::OutOfRange);
                return None;
            }
        };
        if is_beginning {
            source.begin(payload_type.clock, sequence);
            self.drop_buffer(pool);
            self.repair.reset();
        }
        if !self.source.as_mut()?.count(now, sequence, header.timestamp) {
            self.drop_one(DropReason::Duplicate);
            return None;
        }
        Some(sequence)
    }

    fn deliver(
        &mut self,
        now: Time,
        header: &Header,
        sequence: u64,
        payload: Range<usize>,
        packet: &mut Vec<u8>,
        pool: &mut PacketPool,
    ) {
        let received = ReceivedPacket {
            media: self.media,
            header: *header,
            extended_sequence_number: sequence,
            payload,
            arrival: now,
        };
        let most = (self.config.maximum_packets, self.config.maximum_bytes);
        let packet = pool.exchange(packet);
        let dropped = self.packets.push(received, packet, most, pool);
        self.statistics.drops.add(DropReason::Overflow, dropped);
    }

    fn buffer(&mut self, payload_type: PayloadType) -> &mut JitterBuffer {
        self.buffer.get_or_insert_with(|| {
            let mut sets = ParameterSets::default();
            self.parameters.parameter_sets.iter().for_each(|unit| sets.remember(unit));
            JitterBuffer::new(payload_type.clock, &self.config, sets)
        })
    }

    /// Ends the present buffer; its counts are kept.
    pub(in crate::media) fn drop_buffer(&mut self, pool: &mut PacketPool) {
        if let Some(mut buffer) = self.buffer.take() {
            buffer.clear(pool);
            self.statistics.add_buffer(&buffer);
            self.key_frames_seen = 0;
        }
    }

    /// Asks for a key frame when the buffer needs one, until one is complete.
    pub(super) fn note_key_frames(&mut self, now: Time) {
        let Some(buffer) = &self.buffer else { return };
        let completed = buffer.completed().1;
        if completed > self.key_frames_seen {
            self.key_frames_seen = completed;
            self.requester.satisfy();
        }
        if buffer.is_key_frame_needed() && !is_planted(PlantedBug::NoRequestAfterLoss) {
            self.requester.request();
        }
        if self.requester.is_needed() && buffer.is_key_frame_coming() {
            self.requester.postpone(now);
        }
    }

    pub(super) fn drop_one(&mut self, reason: DropReason) {
        self.statistics.drops.add(reason, 1);
    }
}

/// A packet as the jitter buffer keeps it; `packet` is left empty.
fn slot(
    now: Time,
    header: &Header,
    payload: Range<usize>,
    packet: &mut Vec<u8>,
    pool: &mut PacketPool,
) -> Slot {
    let summary = PayloadSummary::of(packet.get(payload.clone()).unwrap_or_default());
    Slot {
        payload: (payload.start as u16, payload.end as u16),
        timestamp: header.timestamp,
        marker: header.marker,
        summary,
        arrival: now,
        is_repair: false,
        packet: pool.exchange(packet),
    }
}
