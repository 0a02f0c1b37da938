//! The engine: its parts, its settings and its output.

use std::time::Duration;

use super::router::Router;
use crate::base::{Deadline, DeadlineReason, RandomStream, Seed, Time};
use crate::media::packet_pool::PacketPool;
use crate::media::receiver::MediaReceiver;
use crate::media::rtcp_schedule::RtcpSchedule;
use crate::media::sender::MediaSender;
use crate::media::{
    DropCounts, JitterBufferState, MediaConfig, MediaEvent, ReceivedFrame, ReceivedPacket,
    ReceiverParameters, ReceiverStatistics, SenderParameters, SenderStatistics,
};
use crate::planted_bugs::{PlantedBug, is_planted};
use crate::rtcp::ReportBlock;

/// The longest canonical name sent, in bytes.
const LONGEST_CNAME: usize = 64;

/// The most media sections with a sender, and with a receiver.
const MOST_SECTIONS: usize = 64;

/// Sends and receives the media of one transport, in plain text: whoever drives it protects what
/// [`MediaEngine::poll_packet`] appends, and unprotects what it hands to
/// [`MediaEngine::handle_rtp`] and [`MediaEngine::handle_rtcp`].
///
/// Calls may come in any order and at any time; nothing has to be drained, everything is bounded.
#[derive(Clone, Debug)]
pub struct MediaEngine {
    pub(super) config: MediaConfig,
    pub(super) random: RandomStream,
    pub(super) cname: Vec<u8>,
    /// The source of reports as long as there is no sender.
    pub(super) own_ssrc: u32,
    pub(super) senders: Vec<MediaSender>,
    pub(super) receivers: Vec<MediaReceiver>,
    pub(super) router: Router,
    pub(super) schedule: RtcpSchedule,
    pub(super) pool: PacketPool,
    /// Used again for each report.
    pub(super) blocks: Vec<ReportBlock>,
    /// Used again for each report.
    pub(super) sources: Vec<u32>,
    /// Used again for each generic NACK.
    pub(super) lost: Vec<u16>,
    /// Sources that are to say BYE.
    pub(super) leaving: Vec<u32>,
    pub(super) has_started: bool,
    pub(super) is_closed: bool,
    pub(super) transport_sequence_number: u16,
    /// The sender and the receiver that come first in the next round of packets and frames.
    pub(super) turns: (usize, usize),
    /// The sender and the receiver that come first in the next report.
    pub(super) report_turns: (usize, usize),
    /// From outside: used where RTCP knows none.
    pub(super) round_trip_time: Option<Duration>,
    pub(super) last_collision: Option<Time>,
    pub(super) drops: DropCounts,
}

impl MediaEngine {
    /// An engine without senders and receivers. It sends nothing before [`MediaEngine::start`].
    pub fn new(config: MediaConfig, seed: &Seed) -> MediaEngine {
        let mut random = seed.stream("media");
        MediaEngine {
            cname: canonical_name(&config, &mut random),
            schedule: RtcpSchedule::new(seed.stream("rtcp"), &config),
            own_ssrc: random.next_u32(),
            config,
            random,
            senders: Vec::new(),
            receivers: Vec::new(),
            router: Router::new(),
            pool: PacketPool::new(),
            blocks: Vec::new(),
            sources: Vec::new(),
            lost: Vec::new(),
            leaving: Vec::new(),
            has_started: false,
            is_closed: false,
            transport_sequence_number: 0,
            turns: (0, 0),
            report_turns: (0, 0),
            round_trip_time: None,
            last_collision: None,
            drops: DropCounts::default(),
        }
    }

    /// The canonical name of all our sources: `a=ssrc` and SDES carry it.
    pub fn cname(&self) -> &str {
        std::str::from_utf8(&self.cname).unwrap_or_default()
    }

    /// The SSRC that media section `media` sends, or will send: it is drawn when first asked for.
    /// It changes if the other side is seen to use it too.
    pub fn local_ssrc(&mut self, media: usize) -> u32 {
        if let Some(sender) = self.senders.iter().find(|sender| sender.media == media) {
            return sender.ssrc;
        }
        let interval = self.config.key_frame_interval;
        let queue = self.config.maximum_queue;
        let sender = MediaSender::new(media, &mut self.random, interval, queue);
        let ssrc = sender.ssrc;
        if self.senders.len() < MOST_SECTIONS {
            self.senders.push(sender);
        }
        ssrc
    }

    /// The SSRC that it sends lost packets again with, where that is negotiated, RFC 4588.
    pub fn retransmission_ssrc(&mut self, media: usize) -> u32 {
        self.local_ssrc(media);
        self.sender_mut(media).map_or(0, |sender| sender.retransmission_ssrc())
    }

    /// Adds the sender of a media section, or changes it. Its SSRC and numbers stay; frames that
    /// wait under other parameters are dropped. Sections beyond the 64th do not send.
    pub fn set_sender(&mut self, media: usize, parameters: SenderParameters) {
        self.local_ssrc(media);
        if let Some(sender) = self.sender_mut(media) {
            sender.set_parameters(parameters);
        }
    }

    /// Removes the sender of a media section: its source says BYE.
    pub fn remove_sender(&mut self, media: usize) {
        let Some(index) = self.senders.iter().position(|sender| sender.media == media) else {
            return;
        };
        let sender = self.senders.remove(index);
        if sender.statistics.packets_sent > 0 {
            self.leaving.push(sender.ssrc);
        }
    }

    /// Adds the receiver of a media section, or changes it. Sections beyond the 64th do not
    /// receive.
    pub fn set_receiver(&mut self, media: usize, parameters: ReceiverParameters) {
        self.router.forget(media);
        self.router.mid_extension = parameters.mid_extension.or(self.router.mid_extension);
        if let Some(receiver) = self.receivers.iter_mut().find(|own| own.media == media) {
            receiver.set_parameters(parameters);
        } else if self.receivers.len() < MOST_SECTIONS {
            let buffer = self.config.jitter_buffer;
            self.receivers.push(MediaReceiver::new(media, parameters, buffer));
        }
        self.share_round_trip_time();
    }

    /// Removes the receiver of a media section and all it holds.
    pub fn remove_receiver(&mut self, media: usize) {
        self.router.forget(media);
        self.receivers.retain(|receiver| receiver.media != media);
    }

    /// Packets can be sent from now on: the transport is there.
    pub fn start(&mut self, now: Time) {
        self.has_started = true;
        self.schedule.start(now);
    }

    /// Ends all sources: one last RTCP packet with a BYE is to be polled, and nothing after it.
    pub fn close(&mut self) {
        if self.is_closed {
            return;
        }
        self.is_closed = true;
        let sent = self.senders.iter().filter(|sender| sender.statistics.packets_sent > 0);
        self.leaving.extend(sent.map(|sender| sender.ssrc));
        if self.leaving.is_empty() {
            self.leaving.push(self.own_ssrc);
        }
        self.senders.iter_mut().for_each(MediaSender::clear_queue);
    }

    /// Whether RTCP may be sent in reduced size, RFC 5506, as negotiated.
    pub fn set_reduced_size(&mut self, is_allowed: bool) {
        self.config.reduced_size = is_allowed;
    }

    /// The most bytes of an RTP packet before protection, for frames given from now on.
    pub fn set_maximum_packet_size(&mut self, size: usize) {
        self.config.maximum_packet_size = size;
    }

    /// A round-trip time measured elsewhere, for when RTCP knows none.
    pub fn set_round_trip_time(&mut self, round_trip_time: Duration) {
        self.round_trip_time = Some(round_trip_time);
        self.share_round_trip_time();
    }

    /// Tells the receivers the round-trip time, by which they ask for lost packets.
    pub(super) fn share_round_trip_time(&mut self) {
        let round_trip_time = self.round_trip_time();
        for receiver in &mut self.receivers {
            receiver.set_round_trip_time(round_trip_time);
        }
    }

    /// The round-trip time: the last that RTCP measured, or else the one set.
    pub fn round_trip_time(&self) -> Option<Duration> {
        let remote = |sender: &MediaSender| sender.statistics.remote?.round_trip_time;
        self.senders.iter().find_map(remote).or(self.round_trip_time)
    }

    /// The decoder of `media` cannot continue: asks the other side for a key frame, and again
    /// until one comes.
    pub fn request_key_frame(&mut self, media: usize) {
        if let Some(receiver) = self.receiver_mut(media) {
            receiver.requester.request();
        }
    }

    /// Appends the next frame whose playout time has come.
    pub fn poll_frame(&mut self, now: Time, output: &mut Vec<u8>) -> Option<ReceivedFrame> {
        let count = self.receivers.len();
        for step in 0..count {
            let index = (self.turns.1 + step) % count;
            let frame = self.receivers[index].poll_frame(now, output, &mut self.pool);
            if frame.is_some() {
                self.turns.1 = index + 1;
                return frame;
            }
        }
        None
    }

    /// Puts the next packet of a format without frames in the place of `packet`, whose buffer is
    /// kept to be used again.
    pub fn poll_received_packet(&mut self, packet: &mut Vec<u8>) -> Option<ReceivedPacket> {
        let pool = &mut self.pool;
        self.receivers.iter_mut().find_map(|receiver| receiver.poll_packet(packet, pool))
    }

    /// The next event.
    pub fn poll_event(&mut self, now: Time) -> Option<MediaEvent> {
        if let Some(sender) = self.senders.iter_mut().find_map(|s| s.poll_request(now).then_some(s))
        {
            return Some(MediaEvent::KeyFrameRequested { media: sender.media });
        }
        let receiver = self.receivers.iter_mut().find(|receiver| receiver.has_ended)?;
        receiver.has_ended = false;
        Some(MediaEvent::SourceEnded { media: receiver.media })
    }

    /// Does what has become due: gaps in jitter buffers are given up.
    pub fn handle_timeout(&mut self, now: Time) {
        for receiver in &mut self.receivers {
            receiver.handle_timeout(now, &mut self.pool);
        }
    }

    /// When to call [`MediaEngine::handle_timeout`] and to poll again, and why.
    pub fn deadline(&self) -> Option<Deadline> {
        let receivers = self.receivers.iter();
        let buffers = receivers.filter_map(MediaReceiver::deadline).min();
        let requests = self.senders.iter().filter_map(MediaSender::request_due).min();
        let requests = requests.filter(|_| !self.is_closed);
        let feedback = self.feedback_due();
        let reports = self.schedule.deadline(feedback).filter(|_| !self.is_closed);
        let reports = reports.filter(|_| !is_planted(PlantedBug::ReportDeadlineMissing));
        let is_feedback = feedback.is_some_and(|due| reports.is_some_and(|at| at >= due));
        let reason = match is_feedback {
            true if feedback == self.nack_due() => DeadlineReason::GenericNack,
            true => DeadlineReason::PictureLossIndication,
            false => DeadlineReason::RtcpReport,
        };
        [
            buffers.map(|at| Deadline::new(at, DeadlineReason::JitterBuffer)),
            requests.map(|at| Deadline::new(at, DeadlineReason::PictureLossIndication)),
            reports.map(|at| Deadline::new(at, reason)),
        ]
        .into_iter()
        .flatten()
        .min()
    }

    /// When a receiver is to ask for a key frame or for lost packets.
    pub(super) fn feedback_due(&self) -> Option<Time> {
        let nacks = self.nack_due();
        if !self.receivers.iter().any(|receiver| receiver.requester.is_needed()) {
            return nacks;
        }
        let round_trip_time = self.round_trip_time();
        let requests = self.receivers.iter().filter_map(|r| r.request_due(round_trip_time)).min();
        requests.into_iter().chain(nacks).min()
    }

    /// When a receiver is to ask for lost packets.
    fn nack_due(&self) -> Option<Time> {
        self.receivers.iter().filter_map(MediaReceiver::nack_due).min()
    }

    /// What media section `media` sent, if it has a sender.
    pub fn sender_statistics(&self, media: usize) -> Option<SenderStatistics> {
        self.senders.iter().find(|sender| sender.media == media).map(MediaSender::statistics)
    }

    /// What media section `media` received, if it has a receiver.
    pub fn receiver_statistics(&self, media: usize) -> Option<ReceiverStatistics> {
        self.receivers.iter().find(|own| own.media == media).map(MediaReceiver::statistics)
    }

    /// The jitter buffer of media section `media`, if it has one that has begun.
    pub fn jitter_buffer_state(&self, media: usize) -> Option<JitterBufferState> {
        self.receivers.iter().find(|own| own.media == media).and_then(MediaReceiver::buffer_state)
    }

    /// What was dropped before it was known which media section it belongs to.
    pub fn drops(&self) -> &DropCounts {
        &self.drops
    }

    pub(super) fn sender_mut(&mut self, media: usize) -> Option<&mut MediaSender> {
        self.senders.iter_mut().find(|sender| sender.media == media)
    }

    pub(super) fn receiver_mut(&mut self, media: usize) -> Option<&mut MediaReceiver> {
        self.receivers.iter_mut().find(|receiver| receiver.media == media)
    }
}

/// The canonical name given, cut where it is too long; or one of 96 random bits, RFC 7022
/// section 4.2, in hexadecimal.
fn canonical_name(config: &MediaConfig, random: &mut RandomStream) -> Vec<u8> {
    const DIGITS: &[u8; 16] = b"0123456789abcdef";
    if let Some(name) = &config.cname {
        return name.as_bytes()[..name.floor_char_boundary(LONGEST_CNAME)].to_vec();
    }
    let bytes: [u8; 12] = random.bytes();
    let digits = |byte: u8| [DIGITS[usize::from(byte >> 4)], DIGITS[usize::from(byte & 15)]];
    bytes.into_iter().flat_map(digits).collect()
}
