//! What connections are sent.

use super::Server;
use crate::hub::ConnectionId;

impl Server {
    /// Sends what the hub has for the connection, as much as its socket takes.
    pub(super) fn write(&mut self, id: ConnectionId) {
        let now = self.clock.now();
        let Some(link) = self.links.get_mut(&id) else {
            return;
        };
        let written = loop {
            while link.is_in_hub && link.lingers_until.is_none() && link.has_room() {
                match self.hub.poll_message(now, id) {
                    Some(message) => {
                        self.metrics.sent(&message);
                        link.send(&message);
                    }
                    None => break,
                }
            }
            if link.is_flushed() || !link.is_writable() {
                break Ok(());
            }
            if let Err(error) = link.write() {
                break Err(error);
            }
        };
        match written {
            Ok(()) => self.finish_lingering(id),
            Err(error) => self.broken(id, &error),
        }
    }
}
