//! One media section that sends.

use std::time::Duration;

use super::SenderStatistics;
use super::frame_queue::FrameQueue;
use super::header_template::HeaderTemplate;
use super::key_frame_requests::KeyFrameRequests;
use super::queued_frame::QueuedFrame;
use super::retransmitter::Retransmitter;
use crate::base::{RandomStream, Time};
use crate::codec::h264::{PacketizationMode, Packetizer, ParameterSets};
use crate::media::{DropReason, PayloadFormat, SendError, SenderParameters};
use crate::planted_bugs::{PlantedBug, is_planted};
use crate::rtcp::ReportBlock;
use crate::rtp::MediaClock;

/// One media section that sends: its numbers, the frames that wait, and the requests it gets.
#[derive(Clone, Debug)]
pub(in crate::media) struct MediaSender {
    pub(in crate::media) media: usize,
    pub(in crate::media) ssrc: u32,
    /// `None` as long as only the SSRC is reserved.
    pub(in crate::media) parameters: Option<SenderParameters>,
    pub(in crate::media) statistics: SenderStatistics,
    pub(super) next_sequence_number: u16,
    timestamp_offset: u32,
    pub(super) queue: FrameQueue,
    pub(super) maximum_queue: usize,
    /// The frame in front is being sent.
    pub(super) packetizer: Option<Packetizer>,
    /// The header of the packets sent last.
    pub(super) header: HeaderTemplate,
    pub(in crate::media) retransmitter: Retransmitter,
    sets: ParameterSets,
    pub(super) requests: KeyFrameRequests,
    /// Frames were not sent: those that are no key frames cannot be decoded.
    is_awaiting_key_frame: bool,
    /// The last frame's timestamp on the wire, and when it was given.
    pub(super) last_frame: Option<(u32, Time)>,
    /// Reports sent since the last packet; `None` before the first.
    pub(super) reports_since_packet: Option<u8>,
    /// Packets and bytes that went out under the present SSRC.
    pub(super) sent: (u32, u32),
}

impl MediaSender {
    /// A sender whose SSRC and numbers are drawn from `random`, RFC 3550 section 5.1.
    pub(in crate::media) fn new(
        media: usize,
        random: &mut RandomStream,
        key_frame_interval: Duration,
        maximum_queue: usize,
    ) -> MediaSender {
        let mut sender = MediaSender {
            media,
            ssrc: 0,
            parameters: None,
            statistics: SenderStatistics::default(),
            next_sequence_number: 0,
            timestamp_offset: 0,
            queue: FrameQueue::new(),
            maximum_queue,
            packetizer: None,
            header: HeaderTemplate::default(),
            retransmitter: Retransmitter::default(),
            sets: ParameterSets::default(),
            requests: KeyFrameRequests::new(key_frame_interval),
            is_awaiting_key_frame: false,
            last_frame: None,
            reports_since_packet: None,
            sent: (0, 0),
        };
        sender.draw_numbers(random);
        sender
    }

    /// Draws a new SSRC, first sequence number and timestamp offset.
    pub(in crate::media) fn draw_numbers(&mut self, random: &mut RandomStream) {
        self.ssrc = random.next_u32();
        // The first number lies in the lower half, so that it does not wrap before the other
        // side can tell the cycles of SRTP, RFC 3711 section 3.3.1.
        self.next_sequence_number = random.next_u32() as u16 & 0x7fff;
        self.timestamp_offset = random.next_u32();
        self.statistics.ssrc = self.ssrc;
        self.header.clear();
        self.statistics.remote = None;
        self.sent = (0, 0);
        self.reports_since_packet = None;
        self.last_frame = None;
        self.retransmitter.draw_numbers(random);
    }

    /// Sends by these parameters from now on. What waits under others is dropped. A stream that goes
    /// on after a pause, or as another format, goes on with a key frame.
    pub(in crate::media) fn set_parameters(&mut self, parameters: SenderParameters) {
        let is_resumed = self.parameters.as_ref().is_some_and(|own| {
            parameters.is_active && (!own.is_active || own.payload_type != parameters.payload_type)
        });
        if self.parameters.as_ref().is_some_and(|own| *own != parameters) && self.has_packet() {
            self.clear_queue();
        }
        let is_other = |own: &SenderParameters| {
            own.payload_type != parameters.payload_type
                || own.retransmission != parameters.retransmission
                || own.generic_nack != parameters.generic_nack
        };
        if self.parameters.as_ref().is_some_and(is_other) {
            self.retransmitter.clear();
        }
        if self.parameters.is_some() && is_planted(PlantedBug::RestartSequenceNumbers) {
            self.next_sequence_number = 0;
        }
        self.parameters = Some(parameters);
        self.header.clear();
        self.retransmitter.header.clear();
        if is_resumed {
            self.need_key_frame();
        }
        if self.active().is_err() {
            self.clear_wanted();
        }
    }

    /// The parameters, if sending is allowed.
    pub(super) fn active(&self) -> Result<&SenderParameters, SendError> {
        let parameters = self.parameters.as_ref().filter(|parameters| parameters.is_active);
        parameters.ok_or(SendError::NotSending(self.media))
    }

    /// The clock of the timestamps.
    pub(in crate::media) fn clock(&self) -> MediaClock {
        let parameters = self.parameters.as_ref();
        parameters.map_or(MediaClock::VIDEO, |parameters| parameters.payload_type.clock)
    }

    /// Takes in an access unit to be sent in packets of at most `packet` bytes.
    pub(in crate::media) fn push_frame(
        &mut self,
        now: Time,
        timestamp: u32,
        data: &[u8],
        packet: usize,
    ) -> Result<(), SendError> {
        let PayloadFormat::H264(mode) = self.active()?.payload_type.format else {
            return Err(SendError::WrongFormat(self.media));
        };
        let mut content = self.queue.take_buffer();
        content.fill(data, &mut self.sets);
        let checked = Packetizer::new(mode, self.most_payload(packet)).check(&content);
        let frame = QueuedFrame { content, timestamp: self.wire(timestamp), marker: true };
        if let Err(error) = checked {
            self.refuse(frame);
            return Err(error.into());
        }
        self.push(now, frame)
    }

    /// Takes in the payload of a packet of at most `packet` bytes.
    pub(in crate::media) fn push_packet(
        &mut self,
        now: Time,
        timestamp: u32,
        marker: bool,
        payload: &[u8],
        packet: usize,
    ) -> Result<(), SendError> {
        let most = self.most_payload(packet);
        if self.active()?.payload_type.format != PayloadFormat::Packets {
            return Err(SendError::WrongFormat(self.media));
        }
        if payload.len() > most {
            return Err(SendError::TooLarge { length: payload.len(), most });
        }
        let mut content = self.queue.take_buffer();
        content.fill_whole(payload);
        self.push(now, QueuedFrame { content, timestamp: self.wire(timestamp), marker })
    }

    fn wire(&self, timestamp: u32) -> u32 {
        let unit = if is_planted(PlantedBug::TimestampsInMilliseconds) { 90 } else { 1 };
        (timestamp / unit).wrapping_add(self.timestamp_offset)
    }

    fn push(&mut self, now: Time, frame: QueuedFrame) -> Result<(), SendError> {
        let length = frame.content.size();
        if length > self.maximum_queue {
            self.refuse(frame);
            return Err(SendError::TooLarge { length, most: self.maximum_queue });
        }
        self.make_room(length);
        self.last_frame = Some((frame.timestamp, now));
        if frame.content.has_idr() {
            self.is_awaiting_key_frame = false;
            self.requests.satisfy();
        } else if self.is_awaiting_key_frame {
            self.drop_frame(DropReason::AwaitingKeyFrame, frame);
            return Ok(());
        }
        self.queue.push(frame);
        Ok(())
    }

    /// A frame that was refused is missing to those after it.
    fn refuse(&mut self, frame: QueuedFrame) {
        self.queue.put_buffer(frame.content, self.maximum_queue);
        self.need_key_frame();
    }

    fn need_key_frame(&mut self) {
        if self.has_frames() {
            self.is_awaiting_key_frame = true;
            self.requests.request();
        }
    }

    pub(super) fn has_frames(&self) -> bool {
        let format = self.parameters.as_ref().map(|parameters| parameters.payload_type.format);
        matches!(format, Some(PayloadFormat::H264(_)))
    }

    /// Drops all frames that wait, but for the one being sent, if `length` bytes more are too
    /// many: the frames after one that is missing are of no use.
    fn make_room(&mut self, length: usize) {
        let fits = self.queue.bytes() + length <= self.maximum_queue;
        if fits || is_planted(PlantedBug::UnboundedSendQueue) {
            return;
        }
        let being_sent = usize::from(self.packetizer.is_some());
        while let Some(frame) = self.queue.pop_behind(being_sent) {
            self.drop_frame(DropReason::Overflow, frame);
        }
        self.need_key_frame();
    }

    fn drop_frame(&mut self, reason: DropReason, frame: QueuedFrame) {
        self.statistics.drops.add(reason, 1);
        self.queue.put_buffer(frame.content, self.maximum_queue);
    }

    /// Drops everything that waits: it cannot be sent any more.
    pub(in crate::media) fn clear_queue(&mut self) {
        self.retransmitter.clear_wanted();
        if self.packetizer.take().is_some() {
            // The receiver is to see that the frame is not whole.
            self.next_sequence_number = self.next_sequence_number.wrapping_add(1);
        }
        while let Some(frame) = self.queue.pop() {
            self.drop_frame(DropReason::Inactive, frame);
        }
        self.need_key_frame();
    }

    /// A picture loss indication came.
    pub(in crate::media) fn note_picture_loss(&mut self) {
        self.statistics.picture_loss_indications_received += 1;
        if is_planted(PlantedBug::IgnoreRequests) {
            return;
        }
        self.requests.request();
    }

    /// A full intra request came.
    pub(in crate::media) fn note_full_intra_request(&mut self, requester: u32, number: u8) {
        self.statistics.full_intra_requests_received += 1;
        self.requests.request_numbered(requester, number);
    }

    /// A report block on this stream came.
    pub(in crate::media) fn note_report(&mut self, arrival: u32, block: &ReportBlock) {
        let clock = self.clock();
        let remote = self.statistics.remote.get_or_insert_default();
        remote.update(arrival, clock, block);
    }

    /// The packetization mode, for formats that have one.
    pub(super) fn mode(&self) -> PacketizationMode {
        match self.parameters.as_ref().map(|parameters| parameters.payload_type.format) {
            Some(PayloadFormat::H264(mode)) => mode,
            _ => PacketizationMode::SingleNalUnit,
        }
    }
}
