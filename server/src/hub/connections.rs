//! Connections: opened, limited, closed.

use roomrtc_core::base::Time;
use roomrtc_core::signaling::DecodeError;

use super::connection::Connection;
use super::connection_state::ConnectionState;
use super::outbox::Outbox;
use super::{
    CallAction, CloseReason, ConnectionId, Deadline, DeadlineReason, Effect, Hub, Refusal,
};

impl Hub {
    pub(super) fn opened(&mut self, now: Time, id: ConnectionId) {
        if self.connections.contains_key(&id) {
            return;
        }
        let login_until = now + self.config.login_timeout;
        self.connections.insert(id, Connection::new(login_until));
        self.add_stranger(id, login_until);
        if self.strangers.len() > self.config.max_anonymous {
            let oldest = self.strangers.iter().map(|(_, id)| *id).find(|id| self.is_idle(*id));
            let oldest = oldest.unwrap_or(id);
            self.refuse(now, oldest, None, None, &Refusal::Overloaded);
            self.close(now, oldest, CloseReason::TooManyConnections);
        }
    }

    fn is_idle(&self, id: ConnectionId) -> bool {
        self.connections.get(&id).is_some_and(|connection| connection.operation.is_none())
    }

    /// The connection is not logged in and has to be by then.
    pub(super) fn add_stranger(&mut self, id: ConnectionId, login_until: Time) {
        self.strangers.insert((login_until, id));
        self.deadlines.insert(Deadline { at: login_until, reason: DeadlineReason::Login(id) });
    }

    pub(super) fn remove_stranger(&mut self, id: ConnectionId, login_until: Time) {
        self.strangers.remove(&(login_until, id));
        self.deadlines.remove(&Deadline { at: login_until, reason: DeadlineReason::Login(id) });
    }

    pub(super) fn closed(&mut self, now: Time, id: ConnectionId) {
        self.leave(now, id, CallAction::LoseConnection, ConnectionState::Closing);
        if let Some(connection) = self.connections.remove(&id) {
            self.remove_stall_check(id, &connection);
        }
        self.ready.remove(&id);
    }

    /// Has the shell close the connection. What it was to be sent can still be polled.
    pub(super) fn close(&mut self, now: Time, id: ConnectionId, reason: CloseReason) {
        let Some(connection) = self.connections.get_mut(&id) else {
            return;
        };
        if connection.state == ConnectionState::Closing {
            return;
        }
        if !reason.sends_the_rest() {
            connection.outbox = Outbox::new();
        }
        self.leave(now, id, CallAction::LoseConnection, ConnectionState::Closing);
        self.effects.push_back(Effect::Close { connection: id, reason });
    }

    /// Counts what a connection does that is not logged in. Says whether it may.
    pub(super) fn may_act(&mut self, now: Time, id: ConnectionId) -> bool {
        let most = self.config.max_anonymous_actions;
        let Some(connection) = self.connections.get_mut(&id) else {
            return false;
        };
        match connection.state {
            ConnectionState::LoggedIn(_) => return true,
            ConnectionState::Closing => return false,
            ConnectionState::Anonymous => connection.anonymous_actions += 1,
        }
        if connection.anonymous_actions <= most {
            return true;
        }
        self.refuse(now, id, None, None, &Refusal::TooManyAttempts);
        self.close(now, id, CloseReason::TooManyAttempts);
        false
    }

    pub(super) fn unreadable(&mut self, now: Time, id: ConnectionId, error: DecodeError) {
        if !self.may_act(now, id) {
            return;
        }
        let (request, is_fatal) = match &error {
            DecodeError::Message { request, .. } => (*request, false),
            DecodeError::Frame(_) => (None, true),
        };
        self.refuse(now, id, request, None, &Refusal::Unreadable(error));
        if is_fatal {
            self.close(now, id, CloseReason::BrokenFrame);
        }
    }

    /// Takes the connection out of its state, with all that hangs on it, into `next`.
    pub(super) fn leave(
        &mut self,
        now: Time,
        id: ConnectionId,
        action: CallAction,
        next: ConnectionState,
    ) {
        let Some(connection) = self.connections.get_mut(&id) else {
            return;
        };
        match std::mem::replace(&mut connection.state, next) {
            ConnectionState::Anonymous => {
                let login_until = connection.login_until;
                self.remove_stranger(id, login_until);
            }
            ConnectionState::LoggedIn(user) => {
                self.audience.remove(&id);
                self.log_out_user(now, &user, action);
            }
            ConnectionState::Closing => {}
        }
    }

    /// Does everything that is due.
    pub(super) fn expire(&mut self, now: Time) {
        while let Some(due) = self.deadlines.first().copied().filter(|due| due.at <= now) {
            self.deadlines.remove(&due);
            match due.reason {
                DeadlineReason::Login(id) => {
                    self.refuse(now, id, None, None, &Refusal::LoginTimeout);
                    self.close(now, id, CloseReason::LoginTimeout);
                }
                DeadlineReason::Ring(call) => self.ring_out(now, call),
                DeadlineReason::Stall(id) => self.check_stall(now, id),
            }
        }
    }

    fn check_stall(&mut self, now: Time, id: ConnectionId) {
        let Some(connection) = self.connections.get_mut(&id) else {
            return;
        };
        connection.stall_check = None;
        let Some(since) = connection.waiting_since else {
            return;
        };
        if since + self.config.stall_timeout <= now {
            self.close(now, id, CloseReason::NotReading);
        } else {
            self.plan_stall_check(id, since);
        }
    }

    /// Something waits for the connection since `since`: sees to it that it is taken in time.
    pub(super) fn plan_stall_check(&mut self, id: ConnectionId, since: Time) {
        let at = since + self.config.stall_timeout;
        if let Some(connection) = self.connections.get_mut(&id)
            && connection.stall_check.is_none()
        {
            connection.stall_check = Some(at);
            self.deadlines.insert(Deadline { at, reason: DeadlineReason::Stall(id) });
        }
    }

    fn remove_stall_check(&mut self, id: ConnectionId, connection: &Connection) {
        if let Some(at) = connection.stall_check {
            self.deadlines.remove(&Deadline { at, reason: DeadlineReason::Stall(id) });
        }
    }
}
