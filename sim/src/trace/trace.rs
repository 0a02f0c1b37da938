//! The trace of a run.

use roomrtc_core::base::Time;
use roomrtc_core::session::{KeyLog, Statistics};

use super::{
    Canonical, Line, Names, PacketEvent, PacketFate, Place, RunningHash, SessionKeys, Tally,
    TraceEvent, TraceLevel, What,
};
use crate::network::Packet;

/// What happened in a run, in order.
#[derive(Clone, Debug, Default)]
pub struct Trace {
    level: TraceLevel,
    hash: RunningHash,
    tally: Tally,
    names: Names,
    events: Vec<TraceEvent>,
    payload_bytes: usize,
    left_out: u64,
    keys: Vec<SessionKeys>,
    scratch: Canonical,
}

impl Trace {
    /// Events that are kept. Those that come later are counted, hashed and tallied only.
    pub const MOST_EVENTS: usize = 2_000_000;
    /// Bytes of packets that are kept. Packets that come later are kept without.
    pub const MOST_PAYLOAD_BYTES: usize = 512 << 20;
    /// Sessions whose secrets are kept.
    pub const MOST_KEYS: usize = 1_024;

    /// A trace in which nothing has happened.
    pub fn new(level: TraceLevel) -> Trace {
        Trace { level, ..Trace::default() }
    }

    /// How much is kept.
    pub fn level(&self) -> TraceLevel {
        self.level
    }

    /// Calls `place` by `name` in all texts.
    pub fn name(&mut self, place: Place, name: impl Into<String>) {
        self.names.insert(place, name);
    }

    /// Something became of a packet: the way that costs least, for what happens most.
    pub fn record_packet(&mut self, now: Time, place: Place, packet: &Packet, fate: PacketFate) {
        self.tally.packet(now, place, packet, fate);
        let event = PacketEvent::of(packet, fate);
        let mut event = TraceEvent { time: now, place, what: What::Packet(event) };
        self.digest(&event);
        if self.level == TraceLevel::Hash {
            return;
        }
        if let What::Packet(event) = &mut event.what {
            event.payload = self.payload(packet, fate);
        }
        self.keep(event);
    }

    /// Something else happened.
    pub fn record(&mut self, now: Time, place: Place, what: What) {
        self.tally.watch(now, place, &what);
        let event = TraceEvent { time: now, place, what };
        self.digest(&event);
        if self.level > TraceLevel::Hash {
            self.keep(event);
        }
    }

    /// A deadline of the engine of the host `host` was due. This is counted only.
    pub fn count_wake_up(&mut self, host: usize) {
        self.tally.wake_up(host);
    }

    /// A session of the host `host` is over, or the run is: its engine's last statistics are counted.
    pub fn conclude(&mut self, host: usize, statistics: &Statistics) {
        self.tally.conclude(host, statistics);
    }

    /// The host `host` has given out the secrets of its session, so that a capture can be read.
    pub fn keep_keys(&mut self, host: usize, key_log: KeyLog) {
        if self.level == TraceLevel::Packets && self.keys.len() < Trace::MOST_KEYS {
            self.keys.push(SessionKeys { host, key_log });
        }
    }

    /// The xxh3-64 of all events so far, in their canonical form.
    pub fn hash(&self) -> u64 {
        self.hash.value()
    }

    /// What was counted.
    pub fn tally(&self) -> &Tally {
        &self.tally
    }

    /// What places are called.
    pub fn names(&self) -> &Names {
        &self.names
    }

    /// The events that were kept.
    pub fn events(&self) -> &[TraceEvent] {
        &self.events
    }

    /// Takes out the events that were kept: for a reader who follows the run, and for whom they need
    /// not be kept any longer. Hash and tally go on.
    pub fn take_events(&mut self) -> Vec<TraceEvent> {
        self.payload_bytes = 0;
        std::mem::take(&mut self.events)
    }

    /// How many events were left out because the trace was full.
    pub fn left_out(&self) -> u64 {
        self.left_out
    }

    /// The secrets that hosts have given out.
    pub fn keys(&self) -> &[SessionKeys] {
        &self.keys
    }

    /// The line of text of an event.
    pub fn line<'a>(&'a self, event: &'a TraceEvent) -> Line<'a> {
        Line::new(event, &self.names)
    }

    fn digest(&mut self, event: &TraceEvent) {
        self.tally.count(event.time);
        self.scratch.clear();
        event.encode(&mut self.scratch);
        self.hash.update(self.scratch.as_bytes());
    }

    fn payload(&mut self, packet: &Packet, fate: PacketFate) -> Option<Box<[u8]>> {
        let total = self.payload_bytes + packet.payload.len();
        let is_wanted = self.level == TraceLevel::Packets && fate.has_new_bytes();
        if !is_wanted || total > Trace::MOST_PAYLOAD_BYTES {
            return None;
        }
        self.payload_bytes = total;
        Some(packet.payload.clone().into_boxed_slice())
    }

    fn keep(&mut self, event: TraceEvent) {
        if self.events.len() < Trace::MOST_EVENTS {
            self.events.push(event);
        } else {
            self.left_out += 1;
        }
    }
}
