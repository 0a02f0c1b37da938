//! The way to the signalling server and back.

use std::time::Duration;

use roomrtc_core::base::Time;
use roomrtc_core::session::DescriptionKind;
use roomrtc_server::hub::ConnectionId;

use super::Simulation;
use crate::event::WorldEvent;
use crate::trace::{Direction, Place, SignallingEvent, What};

impl Simulation {
    /// To the server, and from it: the two directions of a client's stream.
    const UP: usize = 0;
    const DOWN: usize = 1;

    /// A client's connection is made so long after `at` as the way takes there and back.
    pub(super) fn connect_to_server(&mut self, client: usize, at: Time) {
        self.signaling.connections += 1;
        let connection = ConnectionId(self.signaling.connections);
        let at = at + self.signaling_delay() * 2;
        self.push_event(at, WorldEvent::Connected { client, connection });
    }

    /// A client has lost its connection and tries again.
    pub(super) fn connect_again(&mut self, client: usize) {
        let retry = self.scenario.signaling.retry.duration();
        self.connect_to_server(client, self.now + retry);
    }

    pub(super) fn connected(&mut self, client: usize, connection: ConnectionId) {
        if self.now < self.signaling.resumes || self.clients[client].clock.is_suspended() {
            let at =
                self.signaling.resumes.max(self.now + self.scenario.signaling.retry.duration());
            self.push_event(at, WorldEvent::Connected { client, connection });
            return;
        }
        if !self.signaling.server.open(self.now, connection) {
            return self.connect_again(client);
        }
        self.signaling.streams[client] = [self.now; 2];
        let now = self.clients[client].clock.local(self.now);
        self.clients[client].connected(now, connection);
        self.settle(client);
        self.serve();
    }

    pub(super) fn disconnected(&mut self, client: usize, connection: ConnectionId) {
        if self.clients[client].connection == Some(connection) {
            self.clients[client].disconnected();
            self.settle(client);
        }
    }

    /// A client closes its connection because it hears nothing.
    pub(super) fn give_up_server(&mut self, client: usize) {
        if let Some(connection) = self.clients[client].connection {
            self.push_event(self.now, WorldEvent::ConnectionLost { connection });
            self.clients[client].disconnected();
        }
    }

    pub(super) fn server_loses(&mut self, connection: ConnectionId) {
        self.signaling.server.close(self.now, connection);
        self.serve();
    }

    pub(super) fn reach_server(&mut self, connection: ConnectionId, bytes: &[u8]) {
        self.signaling.server.receive(self.now, connection, bytes);
        self.serve();
    }

    pub(super) fn reach_client(&mut self, client: usize, connection: ConnectionId, bytes: &[u8]) {
        if self.clients[client].connection == Some(connection) {
            let now = self.clients[client].clock.local(self.now);
            self.clients[client].receive_signaling(now, bytes);
            self.settle(client);
        }
    }

    pub(super) fn tick_server(&mut self) {
        self.signaling.server.tick(self.now);
        self.serve();
    }

    /// Sends what a client has for the server.
    pub(super) fn send_to_server(&mut self, client: usize) {
        if let Some((connection, bytes)) = self.clients[client].poll_signaling_bytes() {
            let at = self.stream_arrival(client, Simulation::UP);
            self.push_event(at, WorldEvent::ToServer { connection, bytes });
        }
    }

    /// Sends what the server has for clients, and closes what it has closed.
    fn serve(&mut self) {
        while let Some((connection, bytes)) = self.signaling.server.poll_transmit(self.now) {
            if let Some(client) = self.client_of(connection) {
                let at = self.stream_arrival(client, Simulation::DOWN);
                self.push_event(at, WorldEvent::ToClient { client, connection, bytes });
            }
        }
        for connection in self.signaling.server.take_closed() {
            self.tell_disconnected(connection);
        }
    }

    /// The client at the other end of a connection sees that it is gone.
    pub(super) fn tell_disconnected(&mut self, connection: ConnectionId) {
        if let Some(client) = self.client_of(connection) {
            let at = self.stream_arrival(client, Simulation::DOWN);
            self.push_event(at, WorldEvent::Disconnected { client, connection });
        }
    }

    fn client_of(&self, connection: ConnectionId) -> Option<usize> {
        self.clients.iter().position(|client| client.connection == Some(connection))
    }

    /// When bytes that are sent now arrive: a stream delivers them in order, and holds them while
    /// the way is blocked.
    fn stream_arrival(&mut self, client: usize, direction: usize) -> Time {
        let earliest = self.now.max(self.signaling.resumes) + self.signaling_delay();
        let last = &mut self.signaling.streams[client][direction];
        *last = earliest.max(*last);
        *last
    }

    fn signaling_delay(&self) -> Duration {
        self.scenario.signaling.delay.duration()
    }

    pub(super) fn trace_description(
        &mut self,
        client: usize,
        kind: DescriptionKind,
        length: usize,
        is_sent: bool,
    ) {
        let message = match kind {
            DescriptionKind::Offer => SignallingEvent::OFFER,
            DescriptionKind::Answer => SignallingEvent::ANSWER,
        };
        let direction = if is_sent { Direction::Sent } else { Direction::Received };
        let event = SignallingEvent { direction, message, length, detail: String::new() };
        self.trace.record(self.now, Place::Host(client), What::Signalling(event));
    }
}
