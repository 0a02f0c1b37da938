//! The way of a packet.

use roomrtc_core::base::Time;
use roomrtc_core::session::Transmit;

use super::Simulation;
use crate::event::WorldEvent;
use crate::ledger::Fate;
use crate::link::{LossReason, Onward, Ticket};
use crate::network::{Origin, Packet};
use crate::oracle::Violation;
use crate::topology::{Delivery, LossCause};
use crate::trace::{Cause, PacketFate, Place};

impl Simulation {
    /// Most buffers that are kept to be used again.
    const MOST_BUFFERS: usize = 4_096;

    /// Sends what an engine gave out: one datagram, or several of equal size.
    pub(super) fn transmit(&mut self, client: usize, transmit: &Transmit, bytes: &[u8]) {
        let size = transmit.segment_size.unwrap_or(bytes.len()).max(1);
        for payload in bytes.chunks(size) {
            self.send_datagram(client, transmit, payload);
        }
    }

    fn send_datagram(&mut self, client: usize, transmit: &Transmit, payload: &[u8]) {
        let mut buffer = self.scratch.buffers.pop().unwrap_or_default();
        buffer.clear();
        buffer.extend_from_slice(payload);
        let packet = Packet {
            number: self.packets_sent,
            origin: Origin::Host(client),
            sent: self.now,
            source: transmit.local,
            destination: transmit.destination,
            ecn: transmit.ecn,
            payload: buffer,
        };
        self.packets_sent += 1;
        self.trace.record_packet(self.now, Place::Host(client), &packet, PacketFate::Sent);
        self.observe_sent(client, &packet);
        let interfaces = &self.network.interfaces[client];
        let interface = interfaces.iter().find(|found| found.address == transmit.local);
        match interface.filter(|interface| interface.is_up) {
            Some(interface) => self.offer(interface.up, packet),
            None => self.lose(Place::Host(client), packet, LossCause::Unreachable),
        }
    }

    /// A packet enters a pipe.
    fn offer(&mut self, pipe: usize, packet: Packet) {
        let mut onward = std::mem::take(&mut self.scratch.onward);
        self.network.pipes[pipe].offer(self.now, packet, &mut self.ledger, &mut onward);
        self.schedule(pipe, onward);
    }

    /// A packet goes on in a pipe that held it.
    pub(super) fn resume(&mut self, pipe: usize, ticket: Ticket) {
        let mut onward = std::mem::take(&mut self.scratch.onward);
        self.network.pipes[pipe].resume(self.now, ticket, &mut self.ledger, &mut onward);
        self.schedule(pipe, onward);
    }
}

impl Simulation {
    /// A packet comes out of a pipe: at a host, or at the segment the pipe leads to.
    pub(super) fn leave_pipe(&mut self, pipe: usize, packet: Packet) {
        let (host, interface, is_down) = self.network.end(pipe);
        if is_down {
            return self.deliver(host, interface, packet);
        }
        let segment = self.network.segment_of(host, interface);
        self.forward(segment, packet);
    }

    /// Somebody on the internet sends a packet.
    pub(super) fn send_into_internet(&mut self, mut packet: Packet) {
        packet.number = self.packets_sent;
        packet.sent = self.now;
        self.packets_sent += 1;
        let place = match packet.origin {
            Origin::Host(index) => Place::Host(index),
            Origin::StunServer(index) => Place::StunServer(index),
            Origin::Attacker(index) => Place::Attacker(index),
        };
        self.trace.record_packet(self.now, place, &packet, PacketFate::Sent);
        self.forward(self.network.internet(), packet);
    }

    fn forward(&mut self, segment: usize, mut packet: Packet) {
        let delivery = self.network.forward(self.now, segment, &mut packet);
        if !self.attackers.is_empty() {
            self.show_attackers(&packet);
        }
        match delivery {
            Delivery::Pipe(pipe) => self.offer(pipe, packet),
            Delivery::StunServer(index) => {
                self.record_arrival(Place::StunServer(index), &packet);
                self.stun_servers[index].handle(self.now, &packet);
                self.recycle(packet.payload);
            }
            Delivery::Lost(cause) => self.lose(Place::World, packet, cause),
        }
    }

    /// What comes out of a pipe goes on at once, or when it is due. A host is reached by an event of
    /// its own while another is still being heard out.
    fn schedule(&mut self, pipe: usize, mut onward: Vec<Onward>) {
        let is_direct = !self.scratch.is_settling || !self.network.end(pipe).2;
        for next in onward.drain(..) {
            match next {
                Onward::Arrives { at, packet, .. } if at <= self.now && is_direct => {
                    self.leave_pipe(pipe, packet);
                }
                Onward::Arrives { at, packet, .. } => {
                    self.push_event(at, WorldEvent::Arrive { pipe, packet });
                }
                Onward::Resumes { at, ticket } => {
                    self.push_event(at, WorldEvent::Resume { pipe, ticket });
                }
                Onward::Altered { at, ordinal, kind, fate, packet } => {
                    let fate = altered(at, Cause::at(kind, ordinal), &fate);
                    self.trace.record_packet(self.now, Place::Pipe(pipe), &packet, fate);
                    self.recycle(packet.payload);
                }
                Onward::Lost { ordinal, reason, packet, .. } => {
                    let cause = Cause::at(reason_name(reason), ordinal);
                    let fate = PacketFate::Dropped(cause);
                    self.trace.record_packet(self.now, Place::Pipe(pipe), &packet, fate);
                    self.recycle(packet.payload);
                }
            }
        }
        self.scratch.onward = onward;
    }

    /// Something is going to happen. A world in which too much waits is out of hand.
    pub(super) fn push_event(&mut self, at: Time, event: WorldEvent) {
        if !self.events.push(at, event) {
            self.break_rule(Violation::unbounded(self.now, "the world's queue of events is full"));
        }
    }

    /// A buffer that is not needed any more.
    pub(super) fn recycle(&mut self, buffer: Vec<u8>) {
        if self.scratch.buffers.len() < Simulation::MOST_BUFFERS {
            self.scratch.buffers.push(buffer);
        }
    }
}

/// What a fault did to a packet that goes on.
fn altered(at: Time, cause: Cause, fate: &Fate) -> PacketFate {
    match fate {
        Fate::Late(span) => PacketFate::Delayed { cause, until: at + span.duration() },
        Fate::HeldBack { at_most, .. } => {
            PacketFate::Delayed { cause, until: at + at_most.duration() }
        }
        Fate::Duplicated(span) => PacketFate::Duplicated { cause, until: at + span.duration() },
        Fate::Flipped(_) => PacketFate::Corrupted(cause),
        Fate::Marked => PacketFate::Marked(cause),
        Fate::Dropped => PacketFate::Dropped(cause),
    }
}

/// A word for why a pipe let a packet go.
const fn reason_name(reason: LossReason) -> &'static str {
    match reason {
        LossReason::Fault(kind) => kind,
        LossReason::QueueFull => "queue full",
        LossReason::QueueControlled => "CoDel",
        LossReason::TooLarge => "MTU",
        LossReason::Overfull => "overfull",
    }
}
