//! Which connections still live.

use roomrtc_core::base::Time;
use roomrtc_core::signaling::Message;

use super::connection_state::ConnectionState;
use super::{CloseReason, ConnectionId, Deadline, DeadlineReason, Hub};

impl Hub {
    /// The connection has sent something.
    pub(super) fn hear(&mut self, now: Time, id: ConnectionId) {
        if let Some(connection) = self.connections.get_mut(&id) {
            connection.heard = now;
            connection.is_asked = false;
        }
    }

    /// From now on the connection has to give signs of life. One that is not logged in has to log
    /// in before long anyway.
    pub(super) fn begin_heartbeat(&mut self, now: Time, id: ConnectionId) {
        self.hear(now, id);
        self.plan_heartbeat(id, now + self.config.heartbeat);
    }

    pub(super) fn end_heartbeat(&mut self, id: ConnectionId) {
        let check = self.connections.get_mut(&id).and_then(|known| known.heartbeat_check.take());
        if let Some(at) = check {
            self.deadlines.remove(&Deadline { at, reason: DeadlineReason::Heartbeat(id) });
        }
    }

    /// Looks only now and then, so that a message costs nothing: what was heard meanwhile moves the
    /// next look.
    pub(super) fn check_heartbeat(&mut self, now: Time, id: ConnectionId) {
        let (heartbeat, grace) = (self.config.heartbeat, self.config.heartbeat_grace);
        let Some(connection) = self.connections.get_mut(&id) else {
            return;
        };
        connection.heartbeat_check = None;
        if !matches!(connection.state, ConnectionState::LoggedIn(_)) {
            return;
        }
        if connection.operation.is_some() {
            // The shell reads nothing of it meanwhile.
            connection.heard = now;
            connection.is_asked = false;
        }
        if connection.is_asked {
            return self.close(now, id, CloseReason::Silent);
        }
        let due = connection.heard + heartbeat;
        if due > now {
            return self.plan_heartbeat(id, due);
        }
        connection.is_asked = true;
        self.tell(now, id, Message::Ping);
        self.plan_heartbeat(id, now + grace);
    }

    fn plan_heartbeat(&mut self, id: ConnectionId, at: Time) {
        if let Some(connection) = self.connections.get_mut(&id)
            && connection.heartbeat_check.is_none()
        {
            connection.heartbeat_check = Some(at);
            self.deadlines.insert(Deadline { at, reason: DeadlineReason::Heartbeat(id) });
        }
    }
}
