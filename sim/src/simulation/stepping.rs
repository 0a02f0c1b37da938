//! Time passes.

use roomrtc_core::base::Time;
use roomrtc_core::session::Input;

use super::Simulation;
use crate::event::WorldEvent;
use crate::network::Packet;
use crate::topology::LossCause;
use crate::trace::Place;

impl Simulation {
    /// Runs until the scenario's end, or until a safety rule is broken.
    pub fn run(&mut self) {
        let end = Time::ZERO + self.scenario.lasts.duration();
        self.run_until(end);
    }

    /// Runs until `end`, or until a safety rule is broken.
    pub fn run_until(&mut self, end: Time) {
        while self.step(end) {}
    }

    /// Does whatever is next, if that is no later than `end`. Says whether something was done.
    pub fn step(&mut self, end: Time) -> bool {
        if self.is_broken() {
            return false;
        }
        let event = self.events.next_at().unwrap_or(Time::FAR_FUTURE);
        let (client, wake) = self.next_wake();
        let server = self.signaling.server.deadline().unwrap_or(Time::FAR_FUTURE);
        let outside = self.next_outside().unwrap_or(Time::FAR_FUTURE);
        let next = event.min(wake).min(server).min(outside).min(self.samples_at);
        if next > end || next == Time::FAR_FUTURE {
            self.now = self.now.max(end);
            return false;
        }
        self.now = self.now.max(next);
        match next {
            _ if next == event => self.handle_next_event(),
            _ if next == wake => self.wake(client),
            _ if next == server => self.tick_server(),
            _ if next == outside => self.hear_outside(),
            _ => self.sample(),
        }
        self.settle_reached();
        true
    }

    fn next_wake(&self) -> (usize, Time) {
        let mut next = (0, Time::FAR_FUTURE);
        for (client, wake) in self.wakes.iter().enumerate() {
            if let Some(at) = wake.filter(|at| *at < next.1) {
                next = (client, at);
            }
        }
        next
    }

    fn wake(&mut self, index: usize) {
        let client = &mut self.clients[index];
        let local = client.clock.local(self.now);
        let is_due = client.engine_deadline().is_some_and(|deadline| deadline.at <= local);
        if is_due {
            if let Some(engine) = &mut client.engine {
                let _never = engine.handle(local, Input::Tick);
            }
            self.trace.count_wake_up(index);
        }
        self.clients[index].handle_timers(local);
        if self.clients[index].is_filming_due(local) {
            self.film(index, local);
        }
        self.settle(index);
        if is_due {
            self.observe_wake(index, local);
        }
    }

    fn handle_next_event(&mut self) {
        let Some(event) = self.events.pop() else {
            return;
        };
        match event {
            WorldEvent::Resume { pipe, ticket } => self.resume(pipe, ticket),
            WorldEvent::Arrive { pipe, packet } => self.arrive(pipe, packet),
            WorldEvent::ToServer { connection, bytes } => self.reach_server(connection, &bytes),
            WorldEvent::ToClient { client, connection, bytes } => {
                self.reach_client(client, connection, &bytes);
            }
            WorldEvent::Connected { client, connection } => self.connected(client, connection),
            WorldEvent::Disconnected { client, connection } => {
                self.disconnected(client, connection);
            }
            WorldEvent::ConnectionLost { connection } => self.server_loses(connection),
            WorldEvent::Candidate { client, candidate } => {
                self.clients[client].send_candidate(candidate);
                self.settle(client);
            }
            WorldEvent::Happening(index) => self.happen(index),
            WorldEvent::HappeningEnds(index) => self.end_happening(index),
        }
    }

    /// A packet arrives, and whatever else comes out of the same pipe at the same moment.
    fn arrive(&mut self, pipe: usize, packet: Packet) {
        self.leave_pipe(pipe, packet);
        while self.events.next_arrives(self.now, pipe) {
            if let Some(WorldEvent::Arrive { packet, .. }) = self.events.pop() {
                self.leave_pipe(pipe, packet);
            }
        }
    }

    /// A packet is lost in the network, other than by a model of a link.
    pub(super) fn lose(&mut self, place: Place, packet: Packet, cause: LossCause) {
        let fate = crate::trace::PacketFate::Dropped(crate::trace::Cause::named(cause.name()));
        self.trace.record_packet(self.now, place, &packet, fate);
        self.recycle(packet.payload);
    }
}
