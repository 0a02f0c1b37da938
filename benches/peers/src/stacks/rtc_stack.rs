//! `rtc` of webrtc-rs, as its examples drive it, with its default interceptors.

use std::fmt;
use std::net::SocketAddr;
use std::time::{Duration, Instant};

use bytes::{Bytes, BytesMut};
use rtc::interceptor::Registry;
use rtc::media::io::sample_builder::SampleBuilder;
use rtc::media_stream::MediaStreamTrack;
use rtc::peer_connection::configuration::interceptor_registry::register_default_interceptors;
use rtc::peer_connection::configuration::media_engine::{MIME_TYPE_H264, MediaEngine};
use rtc::peer_connection::event::RTCPeerConnectionEvent;
use rtc::peer_connection::message::RTCMessage;
use rtc::peer_connection::state::RTCPeerConnectionState;
use rtc::peer_connection::transport::{CandidateConfig, CandidateHostConfig, RTCIceCandidate};
use rtc::peer_connection::{RTCPeerConnection, RTCPeerConnectionBuilder};
use rtc::rtp::codec::h264::H264Packet;
use rtc::rtp::packetizer::{Packetizer, new_packetizer};
use rtc::rtp_transceiver::RTCRtpSenderId;
use rtc::rtp_transceiver::rtp_sender::{
    RTCRtpCodec, RTCRtpCodecParameters, RTCRtpCodingParameters, RTCRtpEncodingParameters,
    RtpCodecKind,
};
use rtc::sansio::Protocol;
use rtc::shared::{TaggedBytesMut, TransportContext, TransportProtocol};

use crate::frames::{PAYLOAD, access_unit, payload};
use crate::{Level, Stack};

const SSRC: u32 = 0x1122_3344;
const PAYLOAD_TYPE: u8 = 102;

/// Two ends of `rtc`.
pub struct RtcStack {
    level: Level,
    sender: RTCPeerConnection,
    receiver: RTCPeerConnection,
    now: Instant,
    track: RTCRtpSenderId,
    packetizer: Box<dyn Packetizer>,
    assembler: Option<SampleBuilder<H264Packet>>,
    written: u16,
    delivered: usize,
    connected: usize,
    media: Bytes,
}

impl fmt::Debug for RtcStack {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("RtcStack").field("level", &self.level).finish_non_exhaustive()
    }
}

fn codec() -> RTCRtpCodecParameters {
    RTCRtpCodecParameters {
        rtp_codec: RTCRtpCodec {
            mime_type: MIME_TYPE_H264.to_owned(),
            clock_rate: 90_000,
            channels: 0,
            sdp_fmtp_line: "level-asymmetry-allowed=1;packetization-mode=1;profile-level-id=42e01f"
                .to_owned(),
            rtcp_feedback: Vec::new(),
        },
        payload_type: PAYLOAD_TYPE,
    }
}

fn address(number: u8) -> SocketAddr {
    SocketAddr::from(([192, 0, 2, number], 4_000))
}

fn end(now: Instant, number: u8) -> RTCPeerConnection {
    let mut engine = MediaEngine::default();
    engine.register_codec(codec(), RtpCodecKind::Video).expect("a codec");
    let registry = register_default_interceptors(Registry::new(), &mut engine);
    RTCPeerConnectionBuilder::new()
        .with_media_engine(engine)
        .with_interceptor_registry(registry.expect("interceptors"))
        .build(now)
        .map(|mut connection| {
            add_candidate(&mut connection, number);
            connection
        })
        .expect("a connection")
}

fn add_candidate(connection: &mut RTCPeerConnection, number: u8) {
    let base_config = CandidateConfig {
        network: "udp".to_owned(),
        address: address(number).ip().to_string(),
        port: address(number).port(),
        component: 1,
        ..Default::default()
    };
    let config = CandidateHostConfig { base_config, ..Default::default() };
    let candidate = config.new_candidate_host().expect("a candidate");
    let init = RTCIceCandidate::from(&candidate).to_json().expect("a candidate");
    connection.add_local_candidate(init).expect("a candidate");
}

fn add_track(connection: &mut RTCPeerConnection) -> RTCRtpSenderId {
    let coding = RTCRtpCodingParameters { ssrc: Some(SSRC), ..Default::default() };
    let encoding = RTCRtpEncodingParameters {
        rtp_coding_parameters: coding,
        codec: codec().rtp_codec,
        ..Default::default()
    };
    let track = MediaStreamTrack::new(
        "stream".to_owned(),
        "track".to_owned(),
        "label".to_owned(),
        RtpCodecKind::Video,
        vec![encoding],
    );
    connection.add_track(track).expect("a track")
}

fn negotiate(sender: &mut RTCPeerConnection, receiver: &mut RTCPeerConnection, now: Instant) {
    let offer = sender.create_offer(None).expect("an offer");
    sender.set_local_description(now, offer.clone()).expect("an offer");
    receiver.set_remote_description(now, offer).expect("an offer");
    let answer = receiver.create_answer(None).expect("an answer");
    receiver.set_local_description(now, answer.clone()).expect("an answer");
    sender.set_remote_description(now, answer).expect("an answer");
}

fn tagged(now: Instant, local: u8, peer: u8, message: BytesMut) -> TaggedBytesMut {
    let transport = TransportContext {
        local_addr: address(local),
        peer_addr: address(peer),
        ecn: None,
        transport_protocol: TransportProtocol::UDP,
    };
    TaggedBytesMut { now, transport, message }
}

impl RtcStack {
    fn take_events(&mut self) {
        for end in [&mut self.sender, &mut self.receiver] {
            while let Some(event) = end.poll_event() {
                if let RTCPeerConnectionEvent::OnConnectionStateChangeEvent(
                    RTCPeerConnectionState::Connected,
                ) = event
                {
                    self.connected += 1;
                }
            }
        }
    }

    fn take_media(&mut self) {
        while let Some(tagged) = self.receiver.poll_read() {
            let RTCMessage::RtpPacket(_, packet) = tagged.message else {
                continue;
            };
            let Some(assembler) = &mut self.assembler else {
                self.delivered += 1;
                continue;
            };
            assembler.push(self.now, packet);
            while assembler.pop(self.now).is_some() {
                self.delivered += 1;
            }
        }
        while self.sender.poll_read().is_some() {}
    }

    fn run_until_connected(&mut self) {
        while self.connected < 2 {
            self.relay();
            self.take_events();
            let next = [&mut self.sender, &mut self.receiver].map(|end| end.poll_timeout());
            let next = next.into_iter().flatten().min();
            let step = next.map_or(Duration::ZERO, |at| at.saturating_duration_since(self.now));
            self.advance(step.clamp(Duration::from_millis(1), Duration::from_millis(50)));
        }
        self.relay();
    }

    fn send(&mut self, packet: rtc::rtp::Packet) {
        let mut sender = self.sender.rtp_sender(self.track).expect("a sender");
        sender.write_rtp(self.now, packet).expect("a negotiated packet");
    }

    fn write_packet(&mut self) {
        self.written = self.written.wrapping_add(1);
        let header = rtc::rtp::Header {
            version: 2,
            payload_type: PAYLOAD_TYPE,
            sequence_number: self.written,
            timestamp: u32::from(self.written) * 30,
            ssrc: SSRC,
            ..Default::default()
        };
        self.send(rtc::rtp::Packet { header, payload: self.media.clone() });
    }

    fn write_frame(&mut self) {
        let packets = self.packetizer.packetize(self.now, &self.media, 3_000);
        for packet in packets.expect("an access unit") {
            self.send(packet);
        }
    }
}

impl Stack for RtcStack {
    const NAME: &'static str = "rtc ring";

    fn connect(level: Level) -> RtcStack {
        let now = Instant::now();
        let (mut sender, mut receiver) = (end(now, 1), end(now, 2));
        let track = add_track(&mut sender);
        negotiate(&mut sender, &mut receiver, now);
        let (payloader, clock) = (codec().rtp_codec.payloader().expect("H.264"), 90_000);
        let sequencer = Box::new(rtc::rtp::sequence::new_fixed_sequencer(1));
        let packetizer =
            new_packetizer(now, PAYLOAD + 12, PAYLOAD_TYPE, SSRC, payloader, sequencer, clock);
        let is_frames = level == Level::Frames;
        let mut stack = RtcStack {
            level,
            sender,
            receiver,
            now,
            track,
            packetizer: Box::new(packetizer),
            assembler: is_frames.then(|| SampleBuilder::new(512, H264Packet::default(), clock)),
            written: 0,
            delivered: 0,
            connected: 0,
            media: if is_frames { access_unit(false) } else { payload() }.into(),
        };
        stack.run_until_connected();
        stack
    }

    fn write(&mut self, count: usize) {
        for _ in 0..count {
            match self.level {
                Level::Packets => self.write_packet(),
                Level::Frames => self.write_frame(),
            }
        }
    }

    fn relay(&mut self) {
        loop {
            let mut carried = 0;
            while let Some(sent) = self.sender.poll_write() {
                let read = tagged(self.now, 2, 1, sent.message);
                self.receiver.handle_read(read).expect("a living session");
                self.take_media();
                carried += 1;
            }
            while let Some(sent) = self.receiver.poll_write() {
                let read = tagged(self.now, 1, 2, sent.message);
                self.sender.handle_read(read).expect("a living session");
                carried += 1;
            }
            self.take_media();
            self.take_events();
            if carried == 0 {
                return;
            }
        }
    }

    fn transmit(&mut self, sink: &mut dyn FnMut(&[u8], usize)) {
        while let Some(sent) = self.sender.poll_write() {
            sink(&sent.message, sent.message.len());
        }
    }

    fn receive(&mut self, datagram: &[u8]) {
        let read = tagged(self.now, 2, 1, BytesMut::from(datagram));
        self.receiver.handle_read(read).expect("a living session");
        self.take_media();
        while let Some(sent) = self.receiver.poll_write() {
            let read = tagged(self.now, 1, 2, sent.message);
            self.sender.handle_read(read).expect("a living session");
        }
    }

    fn delivered(&self) -> usize {
        self.delivered
    }

    fn advance(&mut self, step: Duration) {
        self.now += step;
        for end in [&mut self.sender, &mut self.receiver] {
            end.handle_timeout(self.now).expect("a living session");
        }
    }
}
