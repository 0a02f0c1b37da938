//! Two connected peers with nothing between them but memory.

use std::net::SocketAddr;
use std::time::Duration;

use roomrtc_core::base::{Seed, Time};
use roomrtc_core::session::{
    Command, Datagram, Event, Input, OutgoingFrame, OutgoingPacket, Peer, PeerConfig,
};
use roomrtc_sim::recording::{Disclosure, RecordedPeer};

/// Two peers, of which the first sends video; all buffers are used again.
pub(crate) struct Wire {
    peers: [RecordedPeer; 2],
    now: Time,
    hands_over_packets: bool,
    media: Vec<u8>,
    written: u32,
    datagrams: Vec<u8>,
    taken: Vec<u8>,
    /// Packets or frames that the second has delivered.
    pub(crate) delivered: usize,
    /// Bytes of recordings that are ready to be written.
    pub(crate) recorded: usize,
}

/// Packets of a burst, by hand or as one frame.
pub(crate) const BURST: usize = 20;

/// Bytes of a packet's payload.
const PAYLOAD: usize = 1_160;

fn address(side: usize) -> SocketAddr {
    SocketAddr::from(([192, 0, 2, side as u8 + 1], 4_000))
}

/// Parameter sets and the start code of what follows.
const SETS: [u8; 21] =
    [0, 0, 0, 1, 0x67, 0x42, 0xe0, 0x1f, 0xda, 0, 0, 0, 1, 0x68, 0xce, 0x3c, 0x80, 0, 0, 0, 1];

/// An IDR slice without zeroes: of a packet's size, or of a burst's in a whole access unit.
fn media(hands_over_packets: bool) -> Vec<u8> {
    let length = if hands_over_packets { PAYLOAD } else { (BURST - 1) * PAYLOAD - 100 };
    let start: &[u8] = if hands_over_packets { &[] } else { &SETS };
    let slice = (0..length).map(|place| if place == 0 { 0x65 } else { place as u8 | 1 });
    start.iter().copied().chain(slice).collect()
}

impl Wire {
    /// Both peers, connected, handing over packets or else frames.
    pub(crate) fn connect(seed: u64, hands_over_packets: bool) -> Wire {
        Wire::connect_peers(hands_over_packets, |config, name| {
            RecordedPeer::unrecorded(config, Seed::from_u64(seed).derive(name), Time::ZERO)
        })
    }

    /// The same, both recorded.
    pub(crate) fn record(hands_over_packets: bool, disclosure: Disclosure) -> Wire {
        Wire::connect_peers(hands_over_packets, |config, name| {
            let seed = Seed::from_u64(1).derive(name);
            RecordedPeer::recorded(0, name, disclosure, config, seed, Time::ZERO)
        })
    }

    fn connect_peers(
        hands_over_packets: bool,
        peer: impl Fn(PeerConfig, &str) -> RecordedPeer,
    ) -> Wire {
        let config = PeerConfig { hands_over_packets, ..PeerConfig::default() };
        let mut wire = Wire {
            peers: [peer(config.clone(), "caller"), peer(config, "called")],
            now: Time::ZERO,
            hands_over_packets,
            media: media(hands_over_packets),
            written: 0,
            datagrams: Vec::new(),
            taken: Vec::new(),
            delivered: 0,
            recorded: 0,
        };
        wire.negotiate();
        wire
    }

    fn command(&mut self, side: usize, command: Command<'_>) {
        self.peers[side].handle(self.now, Input::Command(command)).expect("a command that fits");
    }

    fn negotiate(&mut self) {
        for side in 0..2 {
            self.command(side, Command::AddLocalAddress(address(side)));
            self.command(side, Command::EndOfLocalAddresses);
        }
        self.command(0, Command::CreateOffer);
        let mut connected = 0;
        while connected < 2 {
            for side in 0..2 {
                while let Some(event) = self.peers[side].poll_event() {
                    connected += usize::from(event == Event::Connected);
                    self.signal(1 - side, event);
                }
            }
            self.carry();
            self.pass(Duration::from_millis(1));
        }
    }

    /// Hands an event to the other side, if it is meant for it.
    fn signal(&mut self, side: usize, event: Event) {
        match event {
            Event::LocalDescription { kind, sdp } => {
                self.command(side, Command::SetRemoteDescription { kind, sdp: &sdp });
            }
            Event::LocalCandidate(init) => {
                self.command(side, Command::AddRemoteCandidate(init));
            }
            _ => {}
        }
    }

    /// Lets time pass on both sides.
    fn pass(&mut self, step: Duration) {
        self.now += step;
        for peer in &mut self.peers {
            peer.handle(self.now, Input::Tick).expect("time never errs");
        }
        self.take();
    }

    /// Carries every datagram over until both sides are silent.
    fn carry(&mut self) {
        while self.carry_from(0) | self.carry_from(1) {}
        self.take();
    }

    fn carry_from(&mut self, side: usize) -> bool {
        let Wire { peers: [caller, called], now, datagrams, .. } = self;
        let (from, to) = if side == 0 { (caller, called) } else { (called, caller) };
        let mut has_sent = false;
        while let Some(transmit) = from.poll_transmit(datagrams) {
            let (local, remote) = (transmit.destination, transmit.local);
            let segment = transmit.segment_size.unwrap_or(transmit.length);
            for payload in datagrams.chunks(segment) {
                let datagram = Datagram { local, remote, ecn: 0, payload };
                to.handle(*now, Input::Datagram(datagram)).expect("datagrams never err");
            }
            datagrams.clear();
            has_sent = true;
        }
        has_sent
    }

    fn take(&mut self) {
        let called = &mut self.peers[1];
        while called.poll_packet(&mut self.taken).is_some() {
            self.delivered += 1;
        }
        self.taken.clear();
        while called.poll_frame(&mut self.taken).is_some() {
            self.delivered += 1;
            self.taken.clear();
        }
    }

    /// Sends [`BURST`] packets, or one frame that makes as many, and lets two milliseconds pass.
    pub(crate) fn burst(&mut self) {
        let media = std::mem::take(&mut self.media);
        for _ in 0..if self.hands_over_packets { BURST } else { 1 } {
            self.written = self.written.wrapping_add(180);
            let (timestamp, data) = (self.written, &media[..]);
            let written = if self.hands_over_packets {
                let packet =
                    OutgoingPacket { media: Peer::VIDEO, timestamp, marker: false, payload: data };
                Command::SendPacket(packet)
            } else {
                Command::SendFrame(OutgoingFrame { media: Peer::VIDEO, timestamp, data })
            };
            self.command(0, written);
        }
        self.media = media;
        self.carry();
        self.pass(Duration::from_millis(2));
        for peer in &mut self.peers {
            while peer.poll_event().is_some() {}
            self.recorded += peer.take_chunks().map_or(0, |chunks| chunks.len());
        }
    }
}
