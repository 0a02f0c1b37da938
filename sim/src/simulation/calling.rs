//! What comes out of a client, and where it goes.

use roomrtc_core::base::Time;
use roomrtc_core::session::{CandidateInit, Datagram, Event, Input};
use roomrtc_core::signaling::client as signaling;

use super::Simulation;
use crate::event::WorldEvent;
use crate::network::Packet;
use crate::topology::LossCause;
use crate::trace::{FrameEvent, FrameFate, Place, What};

impl Simulation {
    /// A packet reaches a host.
    pub(super) fn deliver(&mut self, host: usize, interface: usize, packet: Packet) {
        let place = Place::Host(host);
        let socket = &self.network.interfaces[host][interface];
        if self.clients[host].clock.is_suspended() {
            return self.lose(place, packet, LossCause::Asleep);
        }
        if !socket.is_up || socket.address != packet.destination {
            return self.lose(place, packet, LossCause::Unreachable);
        }
        self.record_delivery(host, &packet);
        let now = self.clients[host].clock.local(self.now);
        if let Some(engine) = &mut self.clients[host].engine {
            let datagram = Datagram {
                local: packet.destination,
                remote: packet.source,
                ecn: packet.ecn,
                payload: &packet.payload,
            };
            let _never = engine.handle(now, Input::Datagram(datagram));
        }
        self.recycle(packet.payload);
        self.reach(host);
    }

    /// A host has received something: it is heard out once everything is delivered that arrives
    /// with it, as a real one reads several datagrams at once.
    fn reach(&mut self, host: usize) {
        match self.scratch.reached.replace(host) {
            Some(other) if other != host => self.settle(other),
            _ => {}
        }
    }

    /// Hears out who was reached.
    pub(super) fn settle_reached(&mut self) {
        if let Some(host) = self.scratch.reached.take() {
            self.settle(host);
        }
    }

    /// Takes everything out of a client, until it has nothing more to say.
    pub(super) fn settle(&mut self, index: usize) {
        let now = self.clients[index].clock.local(self.now);
        self.scratch.is_settling = true;
        loop {
            let is_moved = self.follow_signaling(index, now)
                | self.follow_engine(index, now)
                | self.take_frames(index)
                | self.take_datagrams(index);
            if !is_moved || self.is_broken() {
                break;
            }
        }
        self.scratch.is_settling = false;
        self.send_to_server(index);
        self.wakes[index] = self.clients[index].wakes_at();
    }

    fn take_datagrams(&mut self, index: usize) -> bool {
        self.observe_commands(index);
        let mut buffer = std::mem::take(&mut self.scratch.transmit);
        let mut is_moved = false;
        while let Some(engine) = &mut self.clients[index].engine {
            buffer.clear();
            let Some(transmit) = engine.poll_transmit(&mut buffer) else {
                break;
            };
            is_moved = true;
            self.transmit(index, &transmit, &buffer);
        }
        self.scratch.transmit = buffer;
        is_moved
    }

    fn take_frames(&mut self, index: usize) -> bool {
        let mut data = std::mem::take(&mut self.scratch.frame);
        let mut is_moved = false;
        while let Some(engine) = &mut self.clients[index].engine {
            data.clear();
            let Some(frame) = engine.poll_frame(&mut data) else {
                break;
            };
            is_moved = true;
            self.watch(index, &frame, &data);
        }
        self.scratch.frame = data;
        is_moved
    }

    fn follow_engine(&mut self, index: usize, now: Time) -> bool {
        let mut is_moved = false;
        while let Some(engine) = &mut self.clients[index].engine {
            let Some(event) = engine.poll_event() else {
                break;
            };
            is_moved = true;
            self.observe_event(index, &event);
            self.clients[index].follow_session(now, &event);
            self.trace.record(self.now, Place::Host(index), What::Engine(event.clone()));
            match event {
                Event::LocalDescription { kind, sdp } => {
                    self.trace_description(index, kind, sdp.len(), true);
                    self.show_description(index, &sdp);
                    self.clients[index].send_description(kind, sdp);
                }
                Event::LocalCandidate(candidate) => self.trickle(index, candidate),
                Event::Connected => self.keep_keys(index),
                _ => {}
            }
        }
        is_moved
    }

    fn follow_signaling(&mut self, index: usize, now: Time) -> bool {
        let mut is_moved = false;
        while let Some(event) = self.clients[index].poll_signaling_event() {
            is_moved = true;
            self.clients[index].follow_signaling(now, &event);
            match event {
                signaling::Event::CallAccepted { .. } => self.begin_session(index, now),
                signaling::Event::RemoteDescription { kind, ref sdp } => {
                    self.trace_description(index, kind, sdp.len(), false);
                    self.clients[index].feed_session(now, event);
                }
                signaling::Event::RemoteCandidate(_) => {
                    self.clients[index].feed_session(now, event)
                }
                signaling::Event::CallEnded { .. } => self.clients[index].hang_up(now),
                signaling::Event::ServerSilent => self.give_up_server(index),
                signaling::Event::ConnectionLost => self.connect_again(index),
                _ => {}
            }
        }
        is_moved
    }

    fn begin_session(&mut self, index: usize, now: Time) {
        let interfaces = self.network.interfaces[index].iter();
        let sockets: Vec<_> =
            interfaces.filter(|found| found.is_up).map(|found| found.address).collect();
        let config = self.config.clone();
        self.clients[index].begin_session(now, config, &sockets);
    }

    /// Hands a candidate to the signalling, as late and as often as the scenario has it.
    fn trickle(&mut self, index: usize, candidate: CandidateInit) {
        for delay in self.clients[index].draw_trickle(&candidate) {
            let event = WorldEvent::Candidate { client: index, candidate: candidate.clone() };
            self.push_event(self.now + delay, event);
        }
    }

    /// A client captures a frame.
    pub(super) fn film(&mut self, index: usize, now: Time) {
        if !self.clients[index].film(self.now, now) {
            return;
        }
        let Some(sent) = self.clients[index].camera.sent.last() else {
            return;
        };
        let event = FrameEvent {
            fate: FrameFate::Sent,
            from: index,
            number: sent.number,
            sent: self.now,
            length: sent.length,
            is_key_frame: sent.is_key_frame,
            timestamp: None,
        };
        self.trace.record(self.now, Place::Host(index), What::Frame(event));
    }
}
