//! One end of `rtc`.

use std::fmt;
use std::net::SocketAddr;
use std::time::{Duration, Instant};

use bytes::BytesMut;
use roomrtc_core::base::{RandomStream, Seed};
use roomrtc_core::sdp::Direction;
use roomrtc_core::session::PeerConfig;
use rtc::interceptor::Registry;
use rtc::media::io::sample_builder::SampleBuilder;
use rtc::media_stream::MediaStreamTrack;
use rtc::peer_connection::configuration::interceptor_registry::register_default_interceptors;
use rtc::peer_connection::configuration::media_engine::MediaEngine;
use rtc::peer_connection::sdp::RTCSessionDescription;
use rtc::peer_connection::transport::RTCIceCandidateInit;
use rtc::peer_connection::{RTCPeerConnection, RTCPeerConnectionBuilder};
use rtc::rtcp::payload_feedbacks::picture_loss_indication::PictureLossIndication;
use rtc::rtp::codec::h264::H264Packet;
use rtc::rtp_transceiver::RTCRtpReceiverId;
use rtc::rtp_transceiver::rtp_sender::RtpCodecKind;
use rtc::sansio::Protocol;
use rtc::shared::error::Error;
use rtc::shared::{TaggedBytesMut, TransportContext, TransportProtocol};

use super::{Feedback, VideoSender, codecs};
use crate::engine::{Candidate, ForeignStack, Told};

/// One end of `rtc`.
pub struct RtcStack {
    pub(super) connection: RTCPeerConnection,
    pub(super) sender: Option<VideoSender>,
    /// Who hears the other side's video, and its source.
    pub(super) receiver: Option<(RTCRtpReceiverId, u32)>,
    pub(super) assembler: SampleBuilder<H264Packet>,
    offers_everything: bool,
    /// Whether DTLS has come, which may have ended the session.
    pub(super) may_be_over: bool,
    /// Whether it was told to close.
    pub(super) is_closing: bool,
    /// Whether the handshake was complete.
    pub(super) was_connected: bool,
    /// What went wrong, if it was not told yet.
    pub(super) failure: Option<String>,
}

impl fmt::Debug for RtcStack {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("RtcStack").field("sender", &self.sender).finish_non_exhaustive()
    }
}

/// Errors in the words of the stack.
fn text(error: Error) -> String {
    error.to_string()
}

fn connection(now: Instant) -> Result<RTCPeerConnection, Error> {
    let mut engine = MediaEngine::default();
    engine.register_default_codecs()?;
    let registry = Registry::new().with(Feedback::slot(), Feedback::default());
    let registry = register_default_interceptors(registry, &mut engine)?;
    let builder = RTCPeerConnectionBuilder::new().with_media_engine(engine);
    builder.with_interceptor_registry(registry).build(now)
}

fn assembler() -> SampleBuilder<H264Packet> {
    SampleBuilder::new(RtcStack::MOST_LATE, H264Packet::default(), 90_000)
        .with_max_time_delay(RtcStack::LONGEST_DELAY)
}

impl RtcStack {
    /// Packets that are waited for at most.
    const MOST_LATE: u16 = 512;

    /// For how long a packet is waited for: as long as the longest playout delay of our own jitter
    /// buffer.
    const LONGEST_DELAY: Duration = Duration::from_millis(500);

    /// An end that begins at `now`. What fails when it is made is told when it is first asked.
    ///
    /// # Panics
    /// If the stack does not take its own default settings.
    pub fn new(
        now: Instant,
        config: &PeerConfig,
        seed: &Seed,
        offers_everything: bool,
    ) -> RtcStack {
        let mut connection = connection(now).expect("its own default settings");
        let mut random = seed.stream("sources");
        let sends = matches!(config.video, Direction::SendReceive | Direction::SendOnly);
        let sender = sends.then(|| sender(now, &mut connection, &mut random, config));
        RtcStack {
            connection,
            sender: sender.and_then(Result::ok),
            receiver: None,
            assembler: assembler(),
            offers_everything,
            may_be_over: false,
            is_closing: false,
            was_connected: false,
            failure: None,
        }
    }

    pub(super) fn fail(&mut self, error: Error) {
        self.failure.get_or_insert(text(error));
    }

    /// Looks up under which payload type H.264 was agreed on.
    fn find_payload_type(&mut self) {
        let Some(sender) = &mut self.sender else { return };
        let Some(mut own) = self.connection.rtp_sender(sender.id) else { return };
        let codecs = &own.get_parameters().rtp_parameters.codecs;
        let is_h264 = |name: &str| name.eq_ignore_ascii_case("video/h264");
        let found = codecs.iter().find(|codec| is_h264(&codec.rtp_codec.mime_type));
        sender.payload_type = found.map(|codec| codec.payload_type);
    }

    fn add_everything(&mut self) -> Result<(), Error> {
        if std::mem::take(&mut self.offers_everything) {
            self.connection.add_transceiver_from_kind(RtpCodecKind::Audio, None)?;
            let _channel = self.connection.create_data_channel("data", None)?;
        }
        Ok(())
    }
}

/// Adds a track, and makes what sends it.
fn sender(
    now: Instant,
    connection: &mut RTCPeerConnection,
    random: &mut RandomStream,
    config: &PeerConfig,
) -> Result<VideoSender, String> {
    let (source, retransmissions) = (random.next_u32(), random.next_u32());
    let track = MediaStreamTrack::new(
        "stream".to_owned(),
        "track".to_owned(),
        "video".to_owned(),
        RtpCodecKind::Video,
        vec![codecs::encoding(source, retransmissions)],
    );
    let id = connection.add_track(track).map_err(text)?;
    VideoSender::new(now, id, source, config.largest_datagram)
}

impl ForeignStack for RtcStack {
    fn add_local_candidate(&mut self, candidate: &Candidate) {
        let candidate = candidate.to_string();
        let init = RTCIceCandidateInit { candidate, ..Default::default() };
        if let Err(error) = self.connection.add_local_candidate(init) {
            self.fail(error);
        }
    }

    fn create_offer(&mut self, now: Instant, restarts: bool) -> Result<String, String> {
        self.add_everything().map_err(text)?;
        if restarts {
            self.connection.restart_ice();
        }
        let offer = self.connection.create_offer(None).map_err(text)?;
        self.connection.set_local_description(now, offer.clone()).map_err(text)?;
        // What is set gets the candidates that are known.
        let described = self.connection.local_description();
        Ok(described.map_or(offer.sdp, |described| described.sdp))
    }

    fn accept_offer(&mut self, now: Instant, sdp: &str) -> Result<String, String> {
        let offer = RTCSessionDescription::offer(sdp.to_owned()).map_err(text)?;
        self.connection.set_remote_description(now, offer).map_err(text)?;
        let answer = self.connection.create_answer(None).map_err(text)?;
        self.connection.set_local_description(now, answer.clone()).map_err(text)?;
        self.find_payload_type();
        let described = self.connection.local_description();
        Ok(described.map_or(answer.sdp, |described| described.sdp))
    }

    fn accept_answer(&mut self, now: Instant, sdp: &str) -> Result<(), String> {
        let answer = RTCSessionDescription::answer(sdp.to_owned()).map_err(text)?;
        self.connection.set_remote_description(now, answer).map_err(text)?;
        self.find_payload_type();
        Ok(())
    }

    fn add_remote_candidate(&mut self, candidate: &str) -> Result<(), String> {
        let candidate = candidate.to_owned();
        let init = RTCIceCandidateInit { candidate, ..Default::default() };
        self.connection.add_remote_candidate(init).map_err(text)
    }

    fn send_frame(&mut self, now: Instant, timestamp: u32, data: &[u8]) -> Result<(), String> {
        let sender = self.sender.as_mut().ok_or("there is no video")?;
        for packet in sender.packetize(now, timestamp, data)? {
            let mut own = self.connection.rtp_sender(sender.id).ok_or("there is no sender")?;
            own.write_rtp(now, packet).map_err(text)?;
        }
        Ok(())
    }

    fn request_key_frame(&mut self, now: Instant) {
        let Some((id, source)) = self.receiver else { return };
        let Some(mut own) = self.connection.rtp_receiver(id) else { return };
        let request = PictureLossIndication { sender_ssrc: 0, media_ssrc: source };
        if let Err(error) = own.write_rtcp(now, vec![Box::new(request)]) {
            self.fail(error);
        }
    }

    fn receive(&mut self, now: Instant, local: SocketAddr, remote: SocketAddr, payload: &[u8]) {
        let transport = TransportContext {
            local_addr: local,
            peer_addr: remote,
            ecn: None,
            transport_protocol: TransportProtocol::UDP,
        };
        // RFC 7983: these are DTLS.
        self.may_be_over |= payload.first().is_some_and(|first| (20..64).contains(first));
        let message = BytesMut::from(payload);
        if let Err(error) = self.connection.handle_read(TaggedBytesMut { now, transport, message })
        {
            self.fail(error);
        }
    }

    fn tick(&mut self, now: Instant) {
        if let Err(error) = self.connection.handle_timeout(now) {
            self.fail(error);
        }
    }

    fn drain(&mut self, now: Instant, told: &mut Vec<Told>) -> Option<Instant> {
        self.hear(now, told)
    }

    fn close(&mut self, _now: Instant) {
        self.is_closing = true;
        if let Err(error) = self.connection.close() {
            self.fail(error);
        }
    }
}
