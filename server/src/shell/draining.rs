//! Stopping without leaving anyone in the dark.

use roomrtc_core::signaling::{ErrorCode, ErrorMessage, Message};
use tungstenite::protocol::frame::coding::CloseCode;

use super::{Door, Server};
use crate::hub::ConnectionId;

impl Server {
    /// The server is to stop: nobody is let in any more, nothing more is read, and everyone is told,
    /// those last for whom something is being done.
    pub(super) fn begin_draining(&mut self) {
        tracing::info!(connections = self.links.len(), "stopping");
        self.draining_until = Some(self.clock.now() + self.config.drain_timeout);
        self.listeners.remove(&Door::Clients);
        self.stun = None;
        for id in self.agenda.openings.iter().map(|(_, id)| *id).collect::<Vec<_>>() {
            self.drop_link(id);
        }
    }

    /// Sends off the connections for which nothing is being done.
    pub(super) fn send_off(&mut self) {
        if self.draining_until.is_none() {
            return;
        }
        let waits_for_nothing = |id: &ConnectionId| self.hub.takes_messages(*id);
        let in_hub = self.links.iter().filter(|(_, link)| link.is_in_hub).map(|(id, _)| *id);
        for id in in_hub.filter(waits_for_nothing).collect::<Vec<_>>() {
            self.say_goodbye(id);
        }
    }

    fn say_goodbye(&mut self, id: ConnectionId) {
        let now = self.clock.now();
        if let Some(link) = self.links.get_mut(&id) {
            while let Some(message) = self.hub.poll_message(now, id) {
                self.metrics.sent(&message);
                link.send(&message);
            }
            let text = "The server is being stopped.".into();
            let code = ErrorCode::ServerStopping;
            link.send(&Message::Error(ErrorMessage { request: None, code, user: None, text }));
        }
        self.finish(id, CloseCode::Away);
    }

    /// Whether everything is done and said, or the time for it is over.
    pub(super) fn is_drained(&self) -> bool {
        let Some(until) = self.draining_until else {
            return false;
        };
        let mut doors = self.links.values().map(|link| link.door);
        let is_done = self.workers.is_idle() && !doors.any(|door| door == Door::Clients);
        is_done || self.clock.now() >= until
    }
}
