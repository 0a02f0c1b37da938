//! Closing connections.

use std::io;
use std::net::Shutdown;
use std::time::Duration;

use tungstenite::protocol::frame::coding::CloseCode;

use super::Server;
use crate::hub::{CloseReason, ConnectionId, Input};
use crate::transport::TransportKind;

impl Server {
    /// How long a peer has to read why its connection is closed. If what it has sent lay unread in
    /// a closed socket, the system would discard what it has not received yet.
    const LINGER: Duration = Duration::from_secs(1);

    /// How long a browser has to read the page.
    const PAGE_LINGER: Duration = Duration::from_secs(20);

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
        while let Some(message) = self.hub.poll_message(now, id) {
            self.metrics.sent(&message);
            link.send(&message);
        }
        self.finish(id, code_of(reason));
    }

    /// Says that nothing more comes, and closes the connection when its peer has read that, or in a
    /// while. `code` is WebSocket's word for why.
    pub(super) fn finish(&mut self, id: ConnectionId, code: CloseCode) {
        self.end_opening(id);
        let now = self.clock.now();
        let Some(link) = self.links.get_mut(&id).filter(|link| link.lingers_until.is_none()) else {
            return;
        };
        let is_page = link.transport.kind() == TransportKind::Http;
        link.close(code);
        let until = now + if is_page { Server::PAGE_LINGER } else { Server::LINGER };
        link.lingers_until = Some(until);
        self.agenda.lingering.insert((until, id));
        self.agenda.active.insert(id);
        self.leave_hub(id);
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

    /// Drops the connections whose time is over.
    pub(super) fn drop_late(&mut self) {
        let now = self.clock.now();
        while let Some((_, id)) = self.agenda.lingering.first().filter(|(until, _)| *until <= now) {
            let id = *id;
            self.drop_link(id);
        }
        while let Some((_, id)) = self.agenda.openings.first().filter(|(until, _)| *until <= now) {
            let id = *id;
            self.metrics.turned_away("opening-timeout");
            self.drop_link(id);
        }
    }

    /// The connection has said what it wants, or is gone.
    pub(super) fn end_opening(&mut self, id: ConnectionId) {
        let until = self.links.get_mut(&id).and_then(|link| link.opening_until.take());
        if let Some(until) = until {
            self.agenda.openings.remove(&(until, id));
        }
    }

    /// The system says that the connection is broken.
    pub(super) fn broken(&mut self, id: ConnectionId, error: &io::Error) {
        tracing::debug!(connection = id.0, %error, "a connection is broken");
        self.drop_link(id);
    }

    /// The hub is told that the connection is gone.
    fn leave_hub(&mut self, id: ConnectionId) {
        let link = self.links.get_mut(&id);
        if link.is_some_and(|link| std::mem::take(&mut link.is_in_hub)) {
            self.hub.handle(self.clock.now(), Input::Closed(id));
        }
    }

    pub(super) fn drop_link(&mut self, id: ConnectionId) {
        self.end_opening(id);
        self.leave_hub(id);
        let Some(link) = self.links.remove(&id) else {
            return;
        };
        if let Some(until) = link.lingers_until {
            self.agenda.lingering.remove(&(until, id));
        }
        self.admissions.remove(link.door, link.address.ip());
        self.agenda.active.remove(&id);
        self.agenda.paused.remove(&id);
        let now = self.clock.now();
        // There is a descriptor again, perhaps for one that waits.
        for listener in self.listeners.values_mut() {
            listener.again_at = listener.again_at.map(|_| now);
        }
    }

    pub(super) fn drop_all_links(&mut self) {
        while let Some((id, _)) = self.links.first_key_value() {
            let id = *id;
            self.drop_link(id);
        }
    }
}

/// RFC 6455 section 7.4.1.
const fn code_of(reason: CloseReason) -> CloseCode {
    match reason {
        CloseReason::BrokenFrame | CloseReason::UnsupportedVersion => CloseCode::Protocol,
        CloseReason::TooManyConnections => CloseCode::Again,
        _ => CloseCode::Policy,
    }
}
