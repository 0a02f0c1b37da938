//! Two engines and a wire between them, for the tests of oracles.

use std::net::SocketAddr;
use std::time::Duration;

use roomrtc_core::base::{Seed, Time};
use roomrtc_core::session::{
    Command, Datagram, DescriptionKind, Event, Input, OutgoingFrame, Peer, PeerConfig,
};

use super::{HostFacts, Oracles, Violation};
use crate::network::{Origin, Packet};

/// One-way delay of the wire.
const DELAY: Duration = Duration::from_millis(20);

/// The time between two frames.
const FRAME: Duration = Duration::from_millis(33);

/// A call of two engines over a perfect wire, watched by all oracles.
#[derive(Clone, Debug)]
pub(super) struct TestCall {
    pub(super) peers: [Peer; 2],
    pub(super) oracles: Oracles,
    pub(super) violations: Vec<Violation>,
    pub(super) now: Time,
    /// Datagrams on the way: when they arrive, from which side, and their bytes.
    pub(super) wire: Vec<(Time, usize, Vec<u8>)>,
    pub(super) events: [Vec<Event>; 2],
    /// Frames that were received, by side.
    pub(super) frames: [usize; 2],
    restarts: [u32; 2],
    needs_key_frame: [bool; 2],
    next_frame: Time,
}

/// The address of a side.
pub(super) fn address(side: usize) -> SocketAddr {
    SocketAddr::from(([192, 0, 2, side as u8 + 1], 5_000))
}

impl TestCall {
    pub(super) fn new(seed: u64) -> TestCall {
        let facts = HostFacts::of(&PeerConfig::default());
        TestCall::of([facts, facts], seed)
    }

    /// A call of ends of which this is known.
    pub(super) fn of(facts: [HostFacts; 2], seed: u64) -> TestCall {
        let config = PeerConfig::default();
        let seed = Seed::from_u64(seed);
        let peer = |name| Peer::new(config.clone(), seed.derive(name), Time::ZERO);
        let mut call = TestCall {
            peers: [peer("caller"), peer("callee")],
            oracles: Oracles::new(facts),
            violations: Vec::new(),
            now: Time::ZERO,
            wire: Vec::new(),
            events: [Vec::new(), Vec::new()],
            frames: [0; 2],
            restarts: [0; 2],
            needs_key_frame: [true; 2],
            next_frame: Time::ZERO,
        };
        for side in 0..2 {
            call.command(side, Command::AddLocalAddress(address(side)));
            call.command(side, Command::EndOfLocalAddresses);
        }
        call.command(0, Command::CreateOffer);
        call
    }

    pub(super) fn command(&mut self, side: usize, command: Command<'_>) {
        let is_close = matches!(command, Command::Close);
        self.restarts[side] += u32::from(matches!(command, Command::RestartIce));
        self.oracles.commanded(side, self.restarts[side], is_close);
        self.peers[side].handle(self.now, Input::Command(command)).expect("a command that fits");
        self.settle(side);
    }

    /// Goes on until `end`.
    pub(super) fn run(&mut self, end: Time) {
        while let Some(next) = self.next().filter(|next| *next <= end) {
            self.now = self.now.max(next);
            self.deliver();
            for side in 0..2 {
                if self.peers[side].deadline().is_some_and(|deadline| deadline.at <= self.now) {
                    self.peers[side].handle(self.now, Input::Tick).expect("a tick");
                    self.settle(side);
                    let deadline = self.peers[side].deadline();
                    let result = self.oracles.woken(self.now, self.now, side, deadline);
                    self.violations.extend(result.err());
                }
            }
            self.send_frames();
        }
        self.now = self.now.max(end);
        for side in 0..2 {
            let statistics = self.peers[side].statistics();
            let result = self.oracles.statistics(self.now, self.now, side, &statistics);
            self.violations.extend(result.err());
        }
    }

    /// Goes on until a datagram is on its way: its sender and its bytes.
    pub(super) fn on_its_way(&mut self) -> (usize, Vec<u8>) {
        loop {
            if let Some((_, side, datagram)) = self.wire.first() {
                return (*side, datagram.clone());
            }
            self.run(self.now + Duration::from_millis(1));
        }
    }

    /// Goes on until `end`, which is the end.
    pub(super) fn finish(&mut self, end: Time) {
        self.run(end);
        for side in 0..2 {
            let result =
                self.oracles.ended(self.now, self.now, side, &self.peers[side].statistics());
            self.violations.extend(result.err());
        }
    }

    fn next(&self) -> Option<Time> {
        let wire = self.wire.iter().map(|(due, _, _)| *due);
        let deadlines = self.peers.iter().filter_map(Peer::deadline).map(|deadline| deadline.at);
        let frame = self.is_connected().then_some(self.next_frame);
        wire.chain(deadlines).chain(frame).min()
    }

    fn is_connected(&self) -> bool {
        self.events.iter().all(|events| events.contains(&Event::Connected))
    }

    fn deliver(&mut self) {
        let now = self.now;
        let due: Vec<_> = self.wire.extract_if(.., |(due, _, _)| *due <= now).collect();
        for (_, from, datagram) in due {
            self.hand_over(1 - from, address(from), &datagram);
        }
    }

    /// Hands a datagram from anywhere to a side.
    pub(super) fn hand_over(&mut self, side: usize, source: SocketAddr, payload: &[u8]) {
        let local = address(side);
        let packet = self.packet(source, local, payload);
        let result = self.oracles.delivered(self.now, self.now, side, &packet);
        self.violations.extend(result.err());
        let datagram = Datagram { local, remote: source, ecn: 0, payload };
        self.peers[side].handle(self.now, Input::Datagram(datagram)).expect("a datagram");
        self.settle(side);
    }

    fn settle(&mut self, side: usize) {
        while let Some(event) = self.peers[side].poll_event() {
            self.tell(side, &event);
            self.on_event(side, &event);
            self.events[side].push(event);
        }
        let mut frame = Vec::new();
        while self.peers[side].poll_frame(&mut frame).is_some() {
            self.frames[side] += 1;
        }
        let mut buffer = Vec::new();
        while let Some(transmit) = self.peers[side].poll_transmit(&mut buffer) {
            let size = transmit.segment_size.unwrap_or(transmit.length);
            for datagram in buffer.chunks(size) {
                let (local, to) = (transmit.local, transmit.destination);
                self.show(side, local, to, datagram);
                if to == address(1 - side) {
                    self.wire.push((self.now + DELAY, side, datagram.to_vec()));
                }
            }
            buffer.clear();
        }
    }

    /// Shows the oracles an event.
    pub(super) fn tell(&mut self, side: usize, event: &Event) {
        let result = self.oracles.event(self.now, self.now, side, event);
        self.violations.extend(result.err());
    }

    /// Shows the oracles a datagram that is sent.
    pub(super) fn show(&mut self, side: usize, from: SocketAddr, to: SocketAddr, bytes: &[u8]) {
        let packet = self.packet(from, to, bytes);
        let result = self.oracles.sent(self.now, self.now, side, &packet);
        self.violations.extend(result.err());
    }

    fn packet(&self, source: SocketAddr, destination: SocketAddr, payload: &[u8]) -> Packet {
        let (origin, sent, payload) = (Origin::Host(0), self.now, payload.to_vec());
        Packet { number: 0, origin, sent, source, destination, ecn: 0, payload }
    }

    fn on_event(&mut self, side: usize, event: &Event) {
        match event {
            Event::LocalDescription { kind, sdp } => {
                let kind: DescriptionKind = *kind;
                self.command(1 - side, Command::SetRemoteDescription { kind, sdp });
            }
            Event::LocalCandidate(init) => {
                self.command(1 - side, Command::AddRemoteCandidate(init.clone()));
            }
            Event::KeyFrameRequested { .. } => self.needs_key_frame[side] = true,
            _ => {}
        }
    }

    fn send_frames(&mut self) {
        if !self.is_connected() || self.now < self.next_frame {
            return;
        }
        self.next_frame = self.now + FRAME;
        let timestamp = (self.now.as_micros() * 9 / 100) as u32;
        for side in 0..2 {
            let data = frame(std::mem::take(&mut self.needs_key_frame[side]));
            let frame = OutgoingFrame { media: Peer::VIDEO, timestamp, data: &data };
            let command = Command::SendFrame(frame);
            // A side that was closed sends no more.
            let _closed = self.peers[side].handle(self.now, Input::Command(command));
            self.settle(side);
        }
    }
}

/// A frame in Annex B format: a key frame of three packets and its parameter sets, or another of
/// two.
fn frame(is_key_frame: bool) -> Vec<u8> {
    let mut data = Vec::new();
    let mut unit = |header: u8, length: usize| {
        data.extend_from_slice(&[0, 0, 0, 1, header, 0x88]);
        data.resize(data.len() + length, 0x55);
    };
    if is_key_frame {
        unit(0x67, 12);
        unit(0x68, 4);
    }
    unit(if is_key_frame { 0x65 } else { 0x41 }, if is_key_frame { 3_000 } else { 1_500 });
    data
}
