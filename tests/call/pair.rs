//! Two peers and a network between them, in virtual time.

use std::net::SocketAddr;
use std::time::Duration;

use roomrtc_core::base::{Seed, Time};
use roomrtc_core::session::{
    Command, Datagram, Event, Input, Peer, PeerConfig, ReceivedFrame, Transmit,
};

use super::fate::Fate;
use super::flight::Flight;

/// One-way delay of the path.
const DELAY: Duration = Duration::from_millis(10);

/// Decides on a datagram by its sender, its ordinal among that sender's, and its bytes.
type Rule = dyn FnMut(usize, usize, &[u8]) -> Fate;

/// Two peers, 0 calling and 1 called, joined by a path whose every datagram a rule decides on.
pub(crate) struct Pair {
    pub(crate) peers: [Peer; 2],
    pub(crate) now: Time,
    /// All events so far, by side.
    pub(crate) events: [Vec<Event>; 2],
    /// All frames received so far, by side.
    pub(crate) frames: [Vec<(ReceivedFrame, Vec<u8>)>; 2],
    /// Datagrams sent so far, by side.
    pub(crate) sent: [usize; 2],
    /// Decides on a datagram by its sender, its ordinal among that sender's, and its bytes.
    pub(crate) rule: Box<Rule>,
    /// Rewrites the description of a side on its way to the other.
    pub(crate) rewrite: Box<dyn Fn(usize, String) -> String>,
    flights: Vec<Flight>,
    relayed: [usize; 2],
}

/// The address of a side.
pub(crate) fn address(side: usize) -> SocketAddr {
    SocketAddr::from(([192, 0, 2, side as u8 + 1], 5_000 + side as u16))
}

impl Pair {
    /// Two peers of `seed` that have not begun.
    pub(crate) fn new(seed: u64) -> Pair {
        Pair::with(seed, PeerConfig::default(), PeerConfig::default())
    }

    /// Two peers of the configurations given.
    pub(crate) fn with(seed: u64, caller: PeerConfig, called: PeerConfig) -> Pair {
        let seed = Seed::from_u64(seed);
        Pair {
            peers: [
                Peer::new(caller, seed.derive("caller"), Time::ZERO),
                Peer::new(called, seed.derive("called"), Time::ZERO),
            ],
            now: Time::ZERO,
            events: Default::default(),
            frames: Default::default(),
            sent: [0; 2],
            rule: Box::new(|_, _, _| Fate::Arrive),
            rewrite: Box::new(|_, sdp| sdp),
            flights: Vec::new(),
            relayed: [0; 2],
        }
    }

    /// The caller offers; both announce their address.
    pub(crate) fn start(&mut self) {
        for side in 0..2 {
            self.command(side, Command::AddLocalAddress(address(side)));
            self.command(side, Command::EndOfLocalAddresses);
        }
        self.command(0, Command::CreateOffer);
    }

    /// A command that must succeed.
    pub(crate) fn command(&mut self, side: usize, command: Command<'_>) {
        let told = format!("{command:?}");
        if let Err(error) = self.peers[side].handle(self.now, Input::Command(command)) {
            panic!("side {side}: {told:.80}: {error}");
        }
        self.settle();
    }

    /// Runs until `done` or until `end`; tells whether it was done.
    pub(crate) fn run(&mut self, end: Time, done: impl Fn(&Pair) -> bool) -> bool {
        loop {
            self.settle();
            if done(self) {
                return true;
            }
            let Some(next) = self.next_time().filter(|next| *next <= end) else {
                self.now = self.now.max(end);
                return false;
            };
            self.now = self.now.max(next);
            self.deliver();
        }
    }

    /// Runs until both sides are connected; fails after `seconds`.
    pub(crate) fn connect(&mut self, seconds: u64) {
        let end = self.now + Duration::from_secs(seconds);
        let connected = self.run(end, |pair| (0..2).all(|side| pair.saw(side, &Event::Connected)));
        assert!(connected, "not connected after {seconds} s: {:?}", self.events);
    }

    /// Whether a side has told of `event`.
    pub(crate) fn saw(&self, side: usize, event: &Event) -> bool {
        self.events[side].contains(event)
    }

    fn next_time(&self) -> Option<Time> {
        let flights = self.flights.iter().map(|flight| flight.due);
        let deadlines = self.peers.iter().filter_map(|peer| peer.deadline()).map(|d| d.at);
        flights.chain(deadlines).min()
    }

    fn deliver(&mut self) {
        self.flights.sort_by_key(|flight| flight.due);
        let due = self.flights.partition_point(|flight| flight.due <= self.now);
        for flight in self.flights.drain(..due).collect::<Vec<_>>() {
            let datagram = Datagram {
                local: flight.local,
                remote: flight.remote,
                ecn: 0,
                payload: &flight.payload,
            };
            let input = Input::Datagram(datagram);
            self.peers[flight.to].handle(self.now, input).expect("network input never errs");
        }
        for peer in &mut self.peers {
            if peer.deadline().is_some_and(|deadline| deadline.at <= self.now) {
                peer.handle(self.now, Input::Tick).expect("time never errs");
            }
        }
    }

    /// Takes everything out of both peers.
    fn settle(&mut self) {
        for side in 0..2 {
            while let Some(event) = self.peers[side].poll_event() {
                self.events[side].push(event);
            }
            let mut data = Vec::new();
            while let Some(frame) = self.peers[side].poll_frame(&mut data) {
                self.frames[side].push((frame, std::mem::take(&mut data)));
            }
            let mut buffer = Vec::new();
            while let Some(transmit) = self.peers[side].poll_transmit(&mut buffer) {
                self.send(side, &transmit, &std::mem::take(&mut buffer));
            }
        }
        self.relay();
    }

    fn send(&mut self, side: usize, transmit: &Transmit, bytes: &[u8]) {
        assert_eq!(bytes.len(), transmit.length);
        for payload in bytes.chunks(transmit.segment_size.unwrap_or(bytes.len())) {
            assert!(payload.len() <= 1_200, "{} bytes", payload.len());
            let fate = (self.rule)(side, self.sent[side], payload);
            self.sent[side] += 1;
            let (copies, extra) = match fate {
                Fate::Arrive => (1, Duration::ZERO),
                Fate::Lost => (0, Duration::ZERO),
                Fate::Twice => (2, Duration::ZERO),
                Fate::Late(extra) => (1, extra),
            };
            let flight = Flight {
                due: self.now + DELAY + extra,
                to: 1 - side,
                local: transmit.destination,
                remote: transmit.local,
                payload: payload.to_vec(),
            };
            self.flights.extend(std::iter::repeat_n(flight, copies));
        }
    }

    /// Hands descriptions and candidates over, as a signalling server without delay would.
    fn relay(&mut self) {
        for side in 0..2 {
            while let Some(event) = self.events[side].get(self.relayed[side]).cloned() {
                self.relayed[side] += 1;
                match event {
                    Event::LocalDescription { kind, sdp } => {
                        let sdp = (self.rewrite)(side, sdp);
                        let command = Command::SetRemoteDescription { kind, sdp: &sdp };
                        self.command(1 - side, command);
                    }
                    Event::LocalCandidate(candidate) => {
                        self.command(1 - side, Command::AddRemoteCandidate(candidate));
                    }
                    _ => {}
                }
            }
        }
    }
}
