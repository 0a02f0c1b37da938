//! Closing connections.

use std::io;
use std::net::Shutdown;
use std::time::Duration;

use super::Server;
use crate::hub::{CloseReason, ConnectionId, Input};

impl Server {
    /// How long a peer has to read why its connection is closed. If what it has sent lay unread in
    /// a closed socket, the system would discard what it has not received yet.
    const LINGER: Duration = Duration::from_secs(1);

    /// The hub wants the connection closed.
    pub(super) fn close(&mut self, id: ConnectionId, reason: CloseReason) {
        let now = self.clock.now();
        let Some(link) = self.links.get_mut(&id) else {
            return;
        };
        tracing::info!(connection = id.0, address = %link.address, ?reason, "closing a connection");
        if !reason.sends_the_rest() {
            return self.drop_link(id);
        }
        let until = now + Server::LINGER;
        link.lingers_until = Some(until);
        while let Some(message) = self.hub.poll_message(now, id) {
            link.push(&message);
        }
        self.lingering.insert((until, id));
        self.active.insert(id);
        self.write(id);
    }

    /// Everything that was to be sent is sent: says so to a peer whose connection is closing.
    pub(super) fn finish_lingering(&mut self, id: ConnectionId) {
        let link = self.links.get(&id).filter(|link| link.lingers_until.is_some());
        let Some(link) = link.filter(|link| link.is_flushed()) else {
            return;
        };
        if let Err(error) = link.socket.shutdown(Shutdown::Write) {
            self.broken(id, &error);
        }
    }

    pub(super) fn drop_lingering(&mut self) {
        let now = self.clock.now();
        while let Some((_, id)) = self.lingering.first().filter(|(until, _)| *until <= now) {
            let id = *id;
            self.drop_link(id);
        }
    }

    /// The system says that the connection is broken.
    pub(super) fn broken(&mut self, id: ConnectionId, error: &io::Error) {
        tracing::debug!(connection = id.0, %error, "a connection is broken");
        self.drop_link(id);
    }

    pub(super) fn drop_link(&mut self, id: ConnectionId) {
        let Some(link) = self.links.remove(&id) else {
            return;
        };
        if let Some(until) = link.lingers_until {
            self.lingering.remove(&(until, id));
        }
        self.active.remove(&id);
        self.paused.remove(&id);
        let now = self.clock.now();
        // There is a descriptor again, perhaps for one that waits.
        self.accept_again_at = self.accept_again_at.map(|_| now);
        self.hub.handle(now, Input::Closed(id));
    }

    pub(super) fn drop_all_links(&mut self) {
        while let Some((id, _)) = self.links.first_key_value() {
            let id = *id;
            self.drop_link(id);
        }
    }
}
