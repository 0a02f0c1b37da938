//! What connections send.

use std::io::{self, Read};

use tungstenite::protocol::frame::coding::CloseCode;

use super::link::Link;
use super::{Door, Server};
use crate::hub::ConnectionId;
use crate::transport::TransportError;

impl Server {
    /// Most bytes read in one system call.
    pub(super) const READ_AT_ONCE: usize = 16 * 1024;

    /// How often a connection is read in a turn of the loop.
    const READS_A_TURN: usize = 4;

    /// How often connections that are opening are read in a turn of the loop, all together. Their
    /// handshakes cost more than anything else that a stranger can ask for.
    pub(super) const OPENING_READS_A_TURN: usize = 32;

    /// Reads a bounded amount from every connection that may have sent something. What one has sent
    /// goes on to whom it is for before the next is read, so that nobody waits for a whole turn.
    pub(super) fn read_active(&mut self) {
        self.agenda.opening_reads = Server::OPENING_READS_A_TURN;
        for id in std::mem::take(&mut self.agenda.active) {
            self.read(id);
            self.serve_hub();
        }
    }

    fn read(&mut self, id: ConnectionId) {
        self.take(id);
        self.write(id);
        for _ in 0..Server::READS_A_TURN {
            if !self.may_read(id) {
                return;
            }
            let Some(link) = self.links.get_mut(&id).filter(|link| link.readable) else {
                return;
            };
            self.metrics.reads.inc_by(u64::from(link.door == Door::Clients));
            match link.socket.read(&mut self.buffer) {
                Ok(0) => return self.end_of_stream(id),
                Ok(count) => {
                    // Less than there was room for: whatever comes after it is an event of its own.
                    link.readable = count == self.buffer.len() || link.reads_to_the_end;
                    self.receive(id, count);
                }
                Err(error) if error.kind() == io::ErrorKind::WouldBlock => link.readable = false,
                Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
                Err(error) => return self.broken(id, &error),
            }
        }
        // There may be more, but it is the others' turn.
        self.agenda.active.insert(id);
    }

    /// Whether the connection may be read now. What has to happen before it is noted.
    fn may_read(&mut self, id: ConnectionId) -> bool {
        let Some(link) = self.links.get(&id) else {
            return false;
        };
        if link.lingers_until.is_some() {
            return true;
        }
        if link.is_in_hub && !self.hub.takes_messages(id) {
            self.agenda.paused.insert(id);
            return false;
        }
        // What it asks is answered only as it reads the answers; it is read again when it does.
        if self.is_deaf_to(link) || !link.has_room() {
            return false;
        }
        if link.is_opening() && self.agenda.opening_reads == 0 {
            self.agenda.active.insert(id);
            return false;
        }
        true
    }

    /// Whether clients are not listened to any more.
    fn is_deaf_to(&self, link: &Link) -> bool {
        self.draining_until.is_some() && link.door == Door::Clients
    }

    /// The peer sends nothing more. What it asked for before is still answered, and what is being
    /// said to it is said.
    fn end_of_stream(&mut self, id: ConnectionId) {
        self.serve_hub();
        let Some(link) = self.links.get_mut(&id) else {
            return;
        };
        let is_answered = link.lingers_until.is_some() && !link.is_flushed();
        if is_answered || self.health.waiting.iter().any(|(waiting, _)| *waiting == id) {
            link.readable = false;
            return;
        }
        tracing::debug!(connection = id.0, "a connection was closed by its peer");
        self.drop_link(id);
    }

    fn receive(&mut self, id: ConnectionId, count: usize) {
        let Some(link) = self.links.get_mut(&id).filter(|link| link.lingers_until.is_none()) else {
            return;
        };
        self.agenda.opening_reads -=
            usize::from(link.is_opening() && self.agenda.opening_reads > 0);
        let was_agreed = link.transport.is_tls() && !link.transport.is_handshaking();
        let received = link.receive(&self.tls, &self.buffer[..count]);
        if !was_agreed && link.transport.is_tls() && !link.transport.is_handshaking() {
            self.metrics.tls_handshakes.inc();
        }
        self.take(id);
        if let Err(error) = received {
            self.break_off(id, &error);
        }
        self.write(id);
    }

    /// Nothing more can be read. What says why is written.
    fn break_off(&mut self, id: ConnectionId, error: &TransportError) {
        tracing::debug!(connection = id.0, %error, "a connection breaks its protocol");
        self.metrics.turned_away("tls");
        self.finish(id, CloseCode::Protocol);
    }

    /// Does what has arrived, as long as the hub takes messages.
    fn take(&mut self, id: ConnectionId) {
        let is_draining = self.draining_until.is_some();
        loop {
            let Some(link) = self.links.get_mut(&id).filter(|link| link.lingers_until.is_none())
            else {
                return;
            };
            let is_stopped = link.is_in_hub && !self.hub.takes_messages(id);
            if is_stopped || is_draining && link.door == Door::Clients {
                return;
            }
            let Some(arrival) = link.poll(self.hub.max_body(id)) else {
                return;
            };
            self.arrived(id, arrival);
        }
    }
}
