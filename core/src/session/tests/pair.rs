//! Two peers whose descriptions a test carries, and whose datagrams always arrive.

use std::collections::VecDeque;
use std::net::SocketAddr;
use std::time::Duration;

use super::Wire;
use crate::base::{Seed, Time};
use crate::session::{
    Command, CommandError, Datagram, DescriptionKind, Direction, Event, Input, OutgoingFrame,
    PacketKind, Peer, PeerConfig,
};

/// One-way delay.
const DELAY: Duration = Duration::from_millis(10);

/// The time between two frames.
const FRAME: Duration = Duration::from_millis(40);

/// Two peers, both of which film all the time.
pub(super) struct Pair {
    pub(super) peers: [Peer; 2],
    pub(super) now: Time,
    /// Descriptions and candidates that were told and not carried yet.
    pub(super) told: [VecDeque<Event>; 2],
    /// All other events.
    pub(super) events: [Vec<Event>; 2],
    /// Frames received, by side: whether each is a key frame.
    pub(super) frames: [Vec<bool>; 2],
    /// Frames given to each side's session, and taken by it.
    pub(super) filmed: [usize; 2],
    /// The payload types of the media packets that each side has sent.
    pub(super) media: [Vec<u8>; 2],
    wires: Vec<Wire>,
    films_at: Time,
    frame: u32,
    wants_key_frame: [bool; 2],
}

pub(super) fn address(side: usize, port: u16) -> SocketAddr {
    SocketAddr::from(([192, 0, 2, side as u8 + 1], port))
}

impl Pair {
    /// Two peers with an address each that have not begun.
    pub(super) fn new() -> Pair {
        let peer =
            |name| Peer::new(PeerConfig::default(), Seed::from_u64(1).derive(name), Time::ZERO);
        let mut pair = Pair {
            peers: [peer("caller"), peer("called")],
            now: Time::ZERO,
            told: Default::default(),
            events: Default::default(),
            frames: Default::default(),
            filmed: [0; 2],
            media: Default::default(),
            wires: Vec::new(),
            films_at: Time::ZERO,
            frame: 0,
            wants_key_frame: [true; 2],
        };
        for side in 0..2 {
            pair.must(side, Command::AddLocalAddress(address(side, 5_000)));
            pair.must(side, Command::EndOfLocalAddresses);
        }
        pair
    }

    /// Two whose call stands, side 0 having offered.
    pub(super) fn connected() -> Pair {
        let mut pair = Pair::new();
        pair.must(0, Command::CreateOffer);
        pair.carry();
        pair.run(1_000);
        for side in 0..2 {
            assert!(pair.events[side].contains(&Event::Connected), "{:?}", pair.events[side]);
            assert!(pair.frames[side].len() > 10);
        }
        pair
    }

    pub(super) fn command(
        &mut self,
        side: usize,
        command: Command<'_>,
    ) -> Result<(), CommandError> {
        let done = self.peers[side].handle(self.now, Input::Command(command));
        self.settle();
        done
    }

    /// A command that must succeed.
    pub(super) fn must(&mut self, side: usize, command: Command<'_>) {
        let told = format!("{command:?}");
        self.command(side, command).unwrap_or_else(|error| panic!("{side}: {told:.60}: {error}"));
    }

    /// Changes a direction and offers it.
    pub(super) fn offer_direction(&mut self, side: usize, direction: Direction) {
        self.must(side, Command::SetDirection { media: 0, direction });
        self.must(side, Command::CreateOffer);
    }

    /// Restarts ICE and offers it.
    pub(super) fn offer_restart(&mut self, side: usize) {
        self.must(side, Command::RestartIce);
        self.must(side, Command::CreateOffer);
    }

    /// Takes the next description that a side has told; what it told before stays.
    pub(super) fn description(&mut self, side: usize) -> (DescriptionKind, String) {
        let is_description = |event: &Event| matches!(event, Event::LocalDescription { .. });
        let place = self.told[side].iter().position(is_description).expect("a description");
        match self.told[side].remove(place) {
            Some(Event::LocalDescription { kind, sdp }) => (kind, sdp),
            other => panic!("{other:?}"),
        }
    }

    /// Gives a description to a side.
    pub(super) fn give(
        &mut self,
        side: usize,
        (kind, sdp): &(DescriptionKind, String),
    ) -> Result<(), CommandError> {
        self.command(side, Command::SetRemoteDescription { kind: *kind, sdp })
    }

    /// Carries all that was told, and what is told of that, in order.
    pub(super) fn carry(&mut self) {
        while let Some(side) = (0..2).find(|side| !self.told[*side].is_empty()) {
            match self.told[side].pop_front() {
                Some(Event::LocalDescription { kind, sdp }) => {
                    self.give(1 - side, &(kind, sdp)).expect("fits");
                }
                Some(Event::LocalCandidate(init)) => {
                    self.must(1 - side, Command::AddRemoteCandidate(init));
                }
                _ => {}
            }
        }
    }

    /// Lets time pass.
    pub(super) fn run(&mut self, millis: u64) {
        let end = self.now + Duration::from_millis(millis);
        loop {
            let wires = self.wires.iter().map(|wire| wire.due);
            let deadlines = self.peers.iter().filter_map(Peer::deadline).map(|it| it.at);
            let next = wires.chain(deadlines).chain([self.films_at]).min().unwrap_or(end);
            if next > end {
                break;
            }
            self.now = self.now.max(next);
            self.deliver();
            self.film();
            self.settle();
        }
        self.now = end;
    }

    fn deliver(&mut self) {
        let now = self.now;
        let (due, later) = std::mem::take(&mut self.wires).into_iter().partition(|w| w.due <= now);
        self.wires = later;
        let due: Vec<Wire> = due;
        for Wire { to, local, remote, payload, .. } in due {
            let datagram = Datagram { local, remote, ecn: 0, payload: &payload };
            self.peers[to].handle(now, Input::Datagram(datagram)).expect("never errs");
        }
        for peer in &mut self.peers {
            peer.handle(now, Input::Tick).expect("never errs");
        }
    }

    fn film(&mut self) {
        if self.now < self.films_at {
            return;
        }
        self.films_at = self.now + FRAME;
        self.frame += 1;
        for side in 0..2 {
            let is_key_frame = self.wants_key_frame[side];
            let sets: &[u8] = &[0, 0, 0, 1, 0x67, 66, 224, 31, 9, 0, 0, 0, 1, 0x68, 9];
            let head: &[u8] = &[0, 0, 0, 1, if is_key_frame { 0x65 } else { 0x41 }];
            let data = [if is_key_frame { sets } else { &[] }, head, &[9; 2_000]].concat();
            let frame = OutgoingFrame { media: 0, timestamp: self.frame * 3_600, data: &data };
            if self.peers[side].handle(self.now, Input::Command(Command::SendFrame(frame))).is_ok()
            {
                self.wants_key_frame[side] = false;
                self.filmed[side] += 1;
            }
        }
    }

    fn settle(&mut self) {
        for side in 0..2 {
            while let Some(event) = self.peers[side].poll_event() {
                self.hear(side, event);
            }
            let mut bytes = Vec::new();
            while let Some(frame) = self.peers[side].poll_frame(&mut bytes) {
                self.frames[side].push(frame.is_key_frame);
            }
            bytes.clear();
            while let Some(transmit) = self.peers[side].poll_transmit(&mut bytes) {
                let segment = transmit.segment_size.unwrap_or(bytes.len());
                for payload in bytes.chunks(segment) {
                    self.send(side, transmit.local, transmit.destination, payload);
                }
                bytes.clear();
            }
        }
    }

    fn hear(&mut self, side: usize, event: Event) {
        self.wants_key_frame[side] |= event == Event::KeyFrameRequested { media: 0 };
        match event {
            Event::LocalDescription { .. } | Event::LocalCandidate(_) => {
                self.told[side].push_back(event);
            }
            _ => self.events[side].push(event),
        }
    }

    fn send(&mut self, side: usize, from: SocketAddr, to: SocketAddr, payload: &[u8]) {
        if PacketKind::of(payload) == Some(PacketKind::Rtp) {
            self.media[side].push(payload[1] & 0x7f);
        }
        let due = self.now + DELAY;
        let (local, remote, payload) = (to, from, payload.to_vec());
        self.wires.push(Wire { due, to: 1 - side, local, remote, payload });
    }

    /// Asserts that all frames filmed in the next second arrive on both sides.
    pub(super) fn assert_video_runs(&mut self) {
        // What was filmed last is still under way.
        self.run(100);
        let (filmed, seen) = (self.filmed, self.frames.each_ref().map(Vec::len));
        self.run(1_000);
        for side in 0..2 {
            let filmed = self.filmed[1 - side] - filmed[1 - side];
            let seen = self.frames[side].len() - seen[side];
            assert!(filmed >= 24 && seen.abs_diff(filmed) <= 3, "{side}: {seen} of {filmed}");
        }
    }
}

/// The value of the first attribute of this name.
pub(super) fn attribute<'a>(sdp: &'a str, name: &str) -> Option<&'a str> {
    let mut lines = sdp.lines();
    lines.find_map(|line| line.strip_prefix("a=")?.strip_prefix(name)?.strip_prefix(':'))
}
