//! str0m, as its documentation drives it.

use std::net::SocketAddr;
use std::sync::Arc;
use std::time::{Duration, Instant};

use str0m::media::{Direction, MediaKind, MediaTime, Mid, Pt};
use str0m::net::{Protocol, Receive, Transmit};
use str0m::rtp::{RtpWrite, Ssrc};
use str0m::{Candidate, Event, Input, Output, Rtc};

use crate::frames::{access_unit, payload};
use crate::{Level, Stack};

/// Two ends of str0m.
#[derive(Debug)]
pub struct Str0mStack {
    level: Level,
    sender: Rtc,
    receiver: Rtc,
    now: Instant,
    mid: Mid,
    payload_type: Pt,
    ssrc: Ssrc,
    written: u64,
    delivered: usize,
    media: Arc<[u8]>,
}

fn sender_address() -> SocketAddr {
    SocketAddr::from(([192, 0, 2, 1], 4_000))
}

fn receiver_address() -> SocketAddr {
    SocketAddr::from(([192, 0, 2, 2], 4_000))
}

fn end(level: Level, now: Instant, address: SocketAddr) -> Rtc {
    let mut rtc = Rtc::builder().set_rtp_mode(level == Level::Packets).build(now);
    rtc.add_local_candidate(Candidate::host(address, "udp").expect("a candidate"));
    rtc
}

/// Offers video to send, and takes the answer.
fn negotiate(sender: &mut Rtc, receiver: &mut Rtc) -> Mid {
    let mut change = sender.sdp_api();
    let mid = change.add_media(MediaKind::Video, Direction::SendOnly, None, None, None);
    let (offer, pending) = change.apply().expect("a change");
    let answer = receiver.sdp_api().accept_offer(offer).expect("an answer");
    sender.sdp_api().accept_answer(pending, answer).expect("a valid answer");
    mid
}

/// Takes what an end has to say; gives when it wants to be called again.
fn drain(end: &mut Rtc, delivered: &mut usize, mut sink: impl FnMut(Transmit)) -> Instant {
    loop {
        match end.poll_output().expect("a living session") {
            Output::Timeout(at) => return at,
            Output::Transmit(transmit) => sink(transmit),
            Output::Event(Event::RtpPacket(_) | Event::MediaData(_)) => *delivered += 1,
            Output::Event(_) => {}
        }
    }
}

fn give(end: &mut Rtc, now: Instant, source: SocketAddr, destination: SocketAddr, bytes: &[u8]) {
    let contents = bytes.try_into().expect("a datagram of WebRTC");
    let receive = Receive { proto: Protocol::Udp, source, destination, contents };
    end.handle_input(Input::Receive(now, receive)).expect("a living session");
}

impl Str0mStack {
    fn run_until_connected(&mut self) {
        while !self.sender.is_connected() || !self.receiver.is_connected() {
            self.relay();
            let next = [&mut self.sender, &mut self.receiver]
                .map(|end| drain(end, &mut self.delivered, |_| ()))
                .into_iter()
                .min();
            let step = next.map_or(Duration::ZERO, |at| at.saturating_duration_since(self.now));
            self.advance(step.clamp(Duration::from_millis(1), Duration::from_millis(50)));
        }
        self.relay();
    }

    fn find_stream(&mut self) {
        if self.level == Level::Packets {
            let mut api = self.sender.direct_api();
            self.ssrc = api.stream_tx_by_mid(self.mid, None).expect("a stream").ssrc();
        }
        let is_h264 = |p: &str0m::format::PayloadParams| {
            p.spec().codec == str0m::format::Codec::H264
                && p.spec().format.packetization_mode == Some(1)
        };
        let params = self.sender.codec_config().find(is_h264).expect("H.264");
        self.payload_type = params.pt();
    }

    fn write_packet(&mut self) {
        self.written += 1;
        let time = (self.written * 30) as u32;
        let write = RtpWrite::new(
            self.payload_type,
            self.written.into(),
            time,
            self.now,
            Arc::clone(&self.media),
        );
        let mut api = self.sender.direct_api();
        api.stream_tx(&self.ssrc).expect("a stream").write_rtp(write);
    }

    fn write_frame(&mut self) {
        self.written += 1;
        let time = MediaTime::from_90khz(self.written * 3_000);
        let writer = self.sender.writer(self.mid).expect("a media section");
        let media = Arc::clone(&self.media);
        writer.write(self.payload_type, self.now, time, media).expect("a negotiated codec");
    }
}

impl Stack for Str0mStack {
    const NAME: &'static str = "str0m aws-lc";

    fn connect(level: Level) -> Str0mStack {
        let now = Instant::now();
        let mut sender = end(level, now, sender_address());
        let mut receiver = end(level, now, receiver_address());
        let mid = negotiate(&mut sender, &mut receiver);
        let media = match level {
            Level::Packets => payload(),
            Level::Frames => access_unit(false),
        };
        let mut stack = Str0mStack {
            level,
            sender,
            receiver,
            now,
            mid,
            payload_type: 0.into(),
            ssrc: 0.into(),
            written: 0,
            delivered: 0,
            media: media.into(),
        };
        stack.run_until_connected();
        stack.find_stream();
        stack
    }

    fn write(&mut self, count: usize) {
        for _ in 0..count {
            match self.level {
                Level::Packets => self.write_packet(),
                Level::Frames => self.write_frame(),
            }
        }
        self.sender.handle_input(Input::Timeout(self.now)).expect("a living session");
    }

    fn relay(&mut self) {
        let Str0mStack { sender, receiver, now, delivered, .. } = self;
        loop {
            let (mut carried, mut answers) = (0, Vec::new());
            drain(sender, &mut 0, |transmit| {
                carried += 1;
                give(receiver, *now, sender_address(), receiver_address(), &transmit.contents);
                drain(receiver, delivered, |answer| answers.push(answer));
            });
            drain(receiver, delivered, |answer| answers.push(answer));
            if carried == 0 && answers.is_empty() {
                return;
            }
            for answer in answers {
                give(sender, *now, receiver_address(), sender_address(), &answer.contents);
            }
        }
    }

    fn transmit(&mut self, sink: &mut dyn FnMut(&[u8], usize)) {
        drain(&mut self.sender, &mut 0, |transmit| {
            sink(&transmit.contents, transmit.contents.len());
        });
    }

    fn receive(&mut self, datagram: &[u8]) {
        let Str0mStack { sender, receiver, now, delivered, .. } = self;
        give(receiver, *now, sender_address(), receiver_address(), datagram);
        drain(receiver, delivered, |answer| {
            give(sender, *now, receiver_address(), sender_address(), &answer.contents);
        });
    }

    fn delivered(&self) -> usize {
        self.delivered
    }

    fn advance(&mut self, step: Duration) {
        self.now += step;
        for end in [&mut self.sender, &mut self.receiver] {
            end.handle_input(Input::Timeout(self.now)).expect("a living session");
        }
    }
}
