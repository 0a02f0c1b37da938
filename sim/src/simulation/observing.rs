//! What the oracles see.

use roomrtc_core::base::Time;
use roomrtc_core::session::{Event, ReceivedFrame, Statistics};

use super::Simulation;
use crate::client::Client;
use crate::network::Packet;
use crate::oracle::{Rule, Violation};
use crate::trace::{FrameEvent, FrameFate, Happening, PacketFate, Place, What};

impl Simulation {
    /// Most violations that are kept: the first says it.
    const MOST_VIOLATIONS: usize = 64;

    /// Whether a safety rule is broken: a run ends there.
    pub(super) fn is_broken(&self) -> bool {
        self.violations.iter().any(|violation| violation.rule == Rule::Safety)
    }

    /// A rule is broken.
    pub(super) fn break_rule(&mut self, violation: Violation) {
        if self.violations.len() < Simulation::MOST_VIOLATIONS {
            let happening = Happening::occurs("oracle-broken", violation.to_string());
            self.trace.record(self.now, Place::World, What::Happening(happening));
            self.violations.push(violation);
        }
    }

    fn judge(&mut self, result: Result<(), Violation>) {
        if let Err(violation) = result {
            self.break_rule(violation);
        }
    }

    pub(super) fn observe_sent(&mut self, host: usize, packet: &Packet) {
        let local = self.clients[host].clock.local(self.now);
        let result = self.oracles.sent(self.now, local, host, packet);
        self.judge(result);
    }

    pub(super) fn record_delivery(&mut self, host: usize, packet: &Packet) {
        self.trace.record_packet(self.now, Place::Host(host), packet, PacketFate::Delivered);
        if self.clients[host].engine.is_some() {
            let local = self.clients[host].clock.local(self.now);
            let result = self.oracles.delivered(self.now, local, host, packet);
            self.judge(result);
        }
    }

    pub(super) fn observe_event(&mut self, host: usize, event: &Event) {
        let local = self.clients[host].clock.local(self.now);
        self.observe_commands(host);
        let result = self.oracles.event(self.now, local, host, event);
        self.judge(result);
    }

    /// A capture can only be read with the keys.
    pub(super) fn keep_keys(&mut self, host: usize) {
        let engine = self.clients[host].engine.as_ref();
        if let Some(key_log) = engine.and_then(|engine| engine.key_log()) {
            self.trace.keep_keys(host, key_log);
        }
    }

    /// What was asked of an engine so far, before anything comes out of it.
    pub(super) fn observe_commands(&mut self, host: usize) {
        let Client { restarts, has_closed, .. } = self.clients[host];
        self.oracles.commanded(host, restarts, has_closed);
    }

    /// An engine has taken a tick because its deadline had come, and everything was taken out of it.
    pub(super) fn observe_wake(&mut self, host: usize, local: Time) {
        let deadline = self.clients[host].engine_deadline();
        let result = self.oracles.woken(self.now, local, host, deadline);
        self.judge(result);
    }

    /// The last that is seen of engines.
    pub(super) fn observe_end(&mut self) {
        for host in 0..self.clients.len() {
            if let Some(engine) = &self.clients[host].engine {
                let local = self.clients[host].clock.local(self.now);
                let result = self.oracles.ended(self.now, local, host, &engine.statistics());
                self.judge(result);
            }
        }
    }

    pub(super) fn observe_statistics(&mut self, host: usize, statistics: &Statistics) {
        let local = self.clients[host].clock.local(self.now);
        let result = self.oracles.statistics(self.now, local, host, statistics);
        self.judge(result);
    }

    /// A frame comes out of an engine: it has to be one that the other side sent.
    pub(super) fn watch(&mut self, index: usize, frame: &ReceivedFrame, data: &[u8]) {
        let [caller, called] = &mut self.clients[..] else {
            return;
        };
        let (sender, receiver) = if index == 0 { (called, caller) } else { (caller, called) };
        let before = receiver.sink.last();
        match receiver.sink.receive(frame, data, &sender.camera.sent) {
            Ok(seen) => {
                if seen.fate == FrameFate::Received {
                    let healed = self.healed_at;
                    self.clients[index].sink.show(self.now, healed);
                }
                if let Some(viewer) = &mut self.clients[index].viewer {
                    viewer.view(self.now, &seen, data);
                }
                self.record_frame(index, before, seen);
            }
            Err(text) => {
                let violation = Violation::new(Rule::Safety, "frames", self.now, text);
                self.break_rule(violation.at_host(index));
            }
        }
    }

    fn record_frame(&mut self, index: usize, before: Option<u64>, seen: FrameEvent) {
        let from = 1 - index;
        let skipped = before.map_or(0, |last| last + 1)..seen.number;
        for number in skipped {
            let missing = FrameEvent {
                fate: FrameFate::Skipped,
                from,
                number,
                sent: self.clients[from]
                    .camera
                    .sent
                    .find(number)
                    .map_or(self.now, |sent| sent.captured),
                length: 0,
                is_key_frame: false,
                timestamp: None,
            };
            self.trace.record(self.now, Place::Host(index), What::Frame(missing));
        }
        self.trace.record(self.now, Place::Host(index), What::Frame(FrameEvent { from, ..seen }));
    }
}
