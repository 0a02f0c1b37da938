//! Room RTC's own core.

use std::net::SocketAddr;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

use roomrtc_core::base::{Seed, Time};
use roomrtc_core::sdp::Direction;
use roomrtc_core::session::{
    Command, Datagram, Event, Input, OutgoingFrame, OutgoingPacket, Peer, PeerConfig, Transmit,
};

use crate::frames::{access_unit, payload};
use crate::{Level, Stack};

/// Two peers of ours.
#[derive(Debug)]
pub struct OurStack {
    level: Level,
    sender: Peer,
    receiver: Peer,
    now: Time,
    written: u32,
    delivered: usize,
    connected: usize,
    media: Vec<u8>,
    /// Used again for every datagram, packet and frame.
    buffer: Vec<u8>,
    taken: Vec<u8>,
}

fn sender_address() -> SocketAddr {
    SocketAddr::from(([192, 0, 2, 1], 4_000))
}

fn receiver_address() -> SocketAddr {
    SocketAddr::from(([192, 0, 2, 2], 4_000))
}

fn peer(level: Level, video: Direction) -> Peer {
    static NEXT_SEED: AtomicU64 = AtomicU64::new(1);
    let config = PeerConfig {
        video,
        hands_over_packets: level == Level::Packets,
        unix_time: Duration::from_secs(1_800_000_000),
        ..PeerConfig::default()
    };
    let seed = Seed::from_u64(NEXT_SEED.fetch_add(1, Ordering::Relaxed));
    Peer::new(config, seed, Time::ZERO)
}

fn command(peer: &mut Peer, now: Time, command: Command<'_>) {
    peer.handle(now, Input::Command(command)).expect("a command that fits");
}

fn give(peer: &mut Peer, now: Time, local: SocketAddr, remote: SocketAddr, payload: &[u8]) {
    let datagram = Datagram { local, remote, ecn: 0, payload };
    peer.handle(now, Input::Datagram(datagram)).expect("datagrams never err");
}

/// Carries what `from` has to send over to `to`; whether there was anything.
fn carry(from: &mut Peer, to: &mut Peer, now: Time, buffer: &mut Vec<u8>) -> bool {
    let mut has_sent = false;
    buffer.clear();
    while let Some(transmit) = from.poll_transmit(buffer) {
        let Transmit { local, destination, length, segment_size, .. } = transmit;
        for datagram in buffer[..length].chunks(segment_size.unwrap_or(length)) {
            give(to, now, destination, local, datagram);
        }
        buffer.clear();
        has_sent = true;
    }
    has_sent
}

/// Carries descriptions and candidates of `from` over to `to`; how often it connected.
fn signal(from: &mut Peer, to: &mut Peer, now: Time) -> usize {
    let mut connected = 0;
    while let Some(event) = from.poll_event() {
        match event {
            Event::LocalDescription { kind, sdp } => {
                command(to, now, Command::SetRemoteDescription { kind, sdp: &sdp });
            }
            Event::LocalCandidate(init) => command(to, now, Command::AddRemoteCandidate(init)),
            Event::Connected => connected += 1,
            _ => {}
        }
    }
    connected
}

impl OurStack {
    fn signal(&mut self) {
        let OurStack { sender, receiver, now, .. } = self;
        self.connected += signal(sender, receiver, *now) + signal(receiver, sender, *now);
    }

    fn run_until_connected(&mut self) {
        while self.connected < 2 {
            self.signal();
            self.relay();
            self.signal();
            let deadlines = [self.sender.deadline(), self.receiver.deadline()];
            let next = deadlines.into_iter().flatten().map(|deadline| deadline.at).min();
            let step = next.map_or(Duration::ZERO, |at| at.since(self.now));
            self.advance(step.clamp(Duration::from_millis(1), Duration::from_millis(50)));
        }
        self.relay();
    }

    fn take_media(&mut self) {
        let OurStack { receiver, taken, delivered, .. } = self;
        while receiver.poll_packet(taken).is_some() {
            *delivered += 1;
        }
        taken.clear();
        while receiver.poll_frame(taken).is_some() {
            *delivered += 1;
            taken.clear();
        }
    }
}

impl Stack for OurStack {
    const NAME: &'static str = "ours";

    fn connect(level: Level) -> OurStack {
        let mut sender = peer(level, Direction::SendOnly);
        let mut receiver = peer(level, Direction::ReceiveOnly);
        for (peer, address) in
            [(&mut sender, sender_address()), (&mut receiver, receiver_address())]
        {
            command(peer, Time::ZERO, Command::AddLocalAddress(address));
            command(peer, Time::ZERO, Command::EndOfLocalAddresses);
        }
        command(&mut sender, Time::ZERO, Command::CreateOffer);
        let mut stack = OurStack {
            level,
            sender,
            receiver,
            now: Time::ZERO,
            written: 0,
            delivered: 0,
            connected: 0,
            media: if level == Level::Packets { payload() } else { access_unit(true) },
            buffer: Vec::new(),
            taken: Vec::new(),
        };
        stack.run_until_connected();
        stack
    }

    fn write(&mut self, count: usize) {
        for _ in 0..count {
            self.written = self.written.wrapping_add(1);
            let (media, data) = (Peer::VIDEO, &self.media[..]);
            let written = match self.level {
                Level::Packets => {
                    let timestamp = self.written.wrapping_mul(30);
                    let marker = false;
                    Command::SendPacket(OutgoingPacket { media, timestamp, marker, payload: data })
                }
                Level::Frames => {
                    let timestamp = self.written.wrapping_mul(180);
                    Command::SendFrame(OutgoingFrame { media, timestamp, data })
                }
            };
            command(&mut self.sender, self.now, written);
        }
        if self.level == Level::Frames && self.written == 1 {
            self.media = access_unit(false);
        }
    }

    fn relay(&mut self) {
        loop {
            let OurStack { sender, receiver, now, buffer, .. } = self;
            let is_sent = carry(sender, receiver, *now, buffer);
            let is_answered = carry(receiver, sender, *now, buffer);
            self.take_media();
            if !is_sent && !is_answered {
                return;
            }
        }
    }

    fn transmit(&mut self, sink: &mut dyn FnMut(&[u8], usize)) {
        self.buffer.clear();
        while let Some(transmit) = self.sender.poll_transmit(&mut self.buffer) {
            let bytes = &self.buffer[..transmit.length];
            sink(bytes, transmit.segment_size.unwrap_or(transmit.length));
            self.buffer.clear();
        }
    }

    fn receive(&mut self, datagram: &[u8]) {
        give(&mut self.receiver, self.now, receiver_address(), sender_address(), datagram);
        self.take_media();
        let OurStack { sender, receiver, now, buffer, .. } = self;
        carry(receiver, sender, *now, buffer);
    }

    fn delivered(&self) -> usize {
        self.delivered
    }

    fn advance(&mut self, step: Duration) {
        self.now += step;
        for peer in [&mut self.sender, &mut self.receiver] {
            peer.handle(self.now, Input::Tick).expect("time never errs");
        }
        self.take_media();
    }
}
