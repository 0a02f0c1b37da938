//! What connections send.

use std::io::{self, Read};

use super::Server;
use crate::hub::{ConnectionId, Input};

impl Server {
    /// Most bytes read in one system call.
    pub(super) const READ_AT_ONCE: usize = 16 * 1024;

    /// How often a connection is read in a turn of the loop.
    const READS_A_TURN: usize = 4;

    /// Reads a bounded amount from every connection that may have sent something.
    pub(super) fn read_active(&mut self) {
        for id in std::mem::take(&mut self.active) {
            self.read(id);
        }
    }

    fn read(&mut self, id: ConnectionId) {
        self.take_unread(id);
        for _ in 0..Server::READS_A_TURN {
            if !self.hub.takes_messages(id) {
                self.paused.insert(id);
                return;
            }
            let Some(link) = self.links.get_mut(&id).filter(|link| link.readable) else {
                return;
            };
            match link.socket.read(&mut self.buffer) {
                Ok(0) => return self.end_of_stream(id),
                Ok(count) => self.take_buffer(id, count),
                Err(error) if error.kind() == io::ErrorKind::WouldBlock => link.readable = false,
                Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
                Err(error) => return self.broken(id, &error),
            }
        }
        // There may be more, but it is the others' turn.
        self.active.insert(id);
    }

    /// The peer sends nothing more. What it asked for before is still answered.
    fn end_of_stream(&mut self, id: ConnectionId) {
        self.serve_hub();
        tracing::debug!(connection = id.0, "a connection was closed by its peer");
        self.drop_link(id);
    }

    fn take_unread(&mut self, id: ConnectionId) {
        if let Some(link) = self.links.get_mut(&id) {
            let unread = std::mem::take(&mut link.unread);
            self.take(id, &unread);
        }
    }

    fn take_buffer(&mut self, id: ConnectionId, count: usize) {
        let buffer = std::mem::take(&mut self.buffer);
        self.take(id, &buffer[..count]);
        self.buffer = buffer;
    }

    /// Hands the messages in `bytes` to the hub, as long as it takes them.
    fn take(&mut self, id: ConnectionId, bytes: &[u8]) {
        let mut input = bytes;
        while !input.is_empty() {
            let Some(link) = self.links.get_mut(&id).filter(|link| link.lingers_until.is_none())
            else {
                return;
            };
            if !self.hub.takes_messages(id) {
                link.unread = input.to_vec();
                return;
            }
            link.decoder.set_limit(self.hub.max_body(id));
            let taken = match link.decoder.decode(&mut input) {
                Ok(Some(message)) => Input::Message { connection: id, message },
                Ok(None) => return,
                Err(error) => Input::Unreadable { connection: id, error },
            };
            self.hub.handle(self.clock.now(), taken);
        }
    }
}
