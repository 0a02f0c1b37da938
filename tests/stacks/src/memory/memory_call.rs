//! A call in memory.

use std::net::SocketAddr;
use std::time::Duration;

use roomrtc_core::base::{Seed, Time};
use roomrtc_core::session::{
    CandidateInit, Command, CommandError, Datagram, DescriptionKind, Event, Input, OutgoingFrame,
    PeerConfig,
};
use roomrtc_sim::engine::EngineMaker;

use super::{End, SeenFrame};

/// A call between two ends in this process: the first calls. What one sends the other has at once;
/// time jumps to what is due next.
#[derive(Debug)]
pub struct MemoryCall {
    /// Who calls, and who is called.
    pub ends: [End; 2],
    /// The time at both.
    pub now: Time,
    /// Whether candidates are taken out of descriptions and handed over one by one.
    trickles: bool,
    buffer: Vec<u8>,
}

impl MemoryCall {
    /// A call that has not begun.
    pub fn new(makers: [&dyn EngineMaker; 2], config: &PeerConfig, trickles: bool) -> MemoryCall {
        let mut number = 0;
        let ends = makers.map(|maker| {
            number += 1;
            let engine = maker.make(Time::ZERO, config.clone(), Seed::from_u64(number.into()));
            End::new(engine, SocketAddr::from(([192, 0, 2, number], 4_000)))
        });
        MemoryCall { ends, now: Time::ZERO, trickles, buffer: Vec::new() }
    }

    /// Announces the sockets, and has the first end offer.
    pub fn begin(&mut self) {
        for end in 0..2 {
            let address = self.ends[end].address;
            self.command(end, Command::AddLocalAddress(address)).expect("an address");
            self.command(end, Command::EndOfLocalAddresses).expect("the last address");
        }
        self.command(0, Command::CreateOffer).expect("an offer");
    }

    /// A command to an end.
    ///
    /// # Errors
    /// What the end says.
    pub fn command(&mut self, end: usize, command: Command<'_>) -> Result<(), CommandError> {
        let result = self.ends[end].engine.handle(self.now, Input::Command(command));
        self.relay();
        result
    }

    /// Sends a frame.
    ///
    /// # Errors
    /// What the end says.
    pub fn send(&mut self, end: usize, timestamp: u32, data: &[u8]) -> Result<(), CommandError> {
        self.command(end, Command::SendFrame(OutgoingFrame { media: 0, timestamp, data }))
    }

    /// Lets time pass until `is_done`, for `most` at most; whether it is.
    pub fn run_until(&mut self, most: Duration, is_done: impl Fn(&MemoryCall) -> bool) -> bool {
        let end = self.now + most;
        self.relay();
        while !is_done(self) {
            if self.now >= end {
                return false;
            }
            self.pass(end);
        }
        true
    }

    /// Lets time pass.
    pub fn run(&mut self, span: Duration) {
        let _never = self.run_until(span, |_| false);
    }

    /// Whether both have told that they are connected.
    pub fn is_connected(&self) -> bool {
        self.ends.iter().all(|end| end.told(&Event::Connected) > 0)
    }

    /// The time jumps to what is due next, but no further than `most`.
    fn pass(&mut self, most: Time) {
        let deadlines = self.ends.iter().filter_map(|end| end.engine.deadline());
        let next = deadlines.map(|deadline| deadline.at).min().unwrap_or(most);
        self.now = next.max(self.now + Duration::from_millis(1)).min(most);
        for end in &mut self.ends {
            if end.engine.deadline().is_some_and(|deadline| deadline.at <= self.now) {
                end.engine.handle(self.now, Input::Tick).expect("time never errs");
            }
        }
        self.relay();
    }

    /// Carries over everything that both have to say, until they are silent.
    pub fn relay(&mut self) {
        while self.carry(0) | self.carry(1) {}
    }

    /// Carries over what one end has to say; whether there was anything.
    fn carry(&mut self, from: usize) -> bool {
        let is_moved = self.carry_datagrams(from);
        self.take_frames(from);
        self.carry_events(from) || is_moved
    }

    fn carry_datagrams(&mut self, from: usize) -> bool {
        let mut buffer = std::mem::take(&mut self.buffer);
        let mut is_moved = false;
        buffer.clear();
        while let Some(transmit) = self.ends[from].engine.poll_transmit(&mut buffer) {
            let size = transmit.segment_size.unwrap_or(transmit.length).max(1);
            let to = &mut self.ends[1 - from];
            let (local, remote) = (transmit.destination, transmit.local);
            for payload in buffer.chunks(size).filter(|_| local == to.address) {
                let datagram = Datagram { local, remote, ecn: 0, payload };
                to.engine.handle(self.now, Input::Datagram(datagram)).expect("never errs");
            }
            self.ends[from].sent += buffer.len().div_ceil(size);
            is_moved = true;
            buffer.clear();
        }
        self.buffer = buffer;
        is_moved
    }

    fn take_frames(&mut self, from: usize) {
        let mut data = Vec::new();
        while let Some(frame) = self.ends[from].engine.poll_frame(&mut data) {
            let (is_key_frame, is_decodable) = (frame.is_key_frame, frame.is_decodable);
            let data = std::mem::take(&mut data);
            self.ends[from].frames.push(SeenFrame { is_key_frame, is_decodable, data });
        }
    }

    fn carry_events(&mut self, from: usize) -> bool {
        let mut is_moved = false;
        while let Some(event) = self.ends[from].engine.poll_event() {
            is_moved = true;
            match event {
                Event::LocalDescription { kind, sdp } => self.describe(from, kind, sdp),
                Event::LocalCandidate(init) if self.trickles => self.hand_over(1 - from, init),
                Event::LocalCandidate(_) => {}
                other => self.ends[from].events.push(other),
            }
        }
        is_moved
    }

    /// Hands a description over: whole, or without its candidates and these behind it.
    fn describe(&mut self, from: usize, kind: DescriptionKind, sdp: String) {
        let is_apart = |line: &&str| {
            let kinds = ["a=candidate:", "a=end-of-candidates"];
            self.trickles && kinds.iter().any(|kind| line.starts_with(kind))
        };
        let (apart, kept): (Vec<&str>, Vec<&str>) = sdp.lines().partition(is_apart);
        let kept: String = kept.iter().flat_map(|line| [line, "\r\n"]).collect();
        let command = Command::SetRemoteDescription { kind, sdp: &kept };
        let taken = self.ends[1 - from].engine.handle(self.now, Input::Command(command));
        taken.unwrap_or_else(|error| panic!("{error}:\n{kept}"));
        for line in apart.iter().filter_map(|line| line.strip_prefix("a=candidate:")) {
            let candidate = format!("candidate:{line}");
            let (sdp_mid, username_fragment) = (None, None);
            let sdp_mline_index = Some(0);
            let init = CandidateInit { candidate, sdp_mid, sdp_mline_index, username_fragment };
            self.hand_over(1 - from, init);
        }
        self.ends[from].descriptions.push(sdp);
    }

    fn hand_over(&mut self, to: usize, init: CandidateInit) {
        let command = Command::AddRemoteCandidate(init);
        let taken = self.ends[to].engine.handle(self.now, Input::Command(command));
        taken.expect("a candidate");
    }
}
