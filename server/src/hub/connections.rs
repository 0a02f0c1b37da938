//! Connections: opened, limited, closed.

use std::net::IpAddr;

use roomrtc_core::base::Time;
use roomrtc_core::signaling::DecodeError;

use super::connection::Connection;
use super::connection_state::ConnectionState;
use super::outbox::Outbox;
use super::{
    CallAction, CloseReason, ConnectionId, Deadline, DeadlineReason, Effect, Hub, Refusal,
};

impl Hub {
    pub(super) fn opened(&mut self, now: Time, id: ConnectionId, address: IpAddr) {
        if self.connections.contains_key(&id) {
            return;
        }
        self.counters.connections += 1;
        self.connections.insert(id, Connection::new(address));
        self.expect_login(now, id);
        let oldest = self.strangers.first().map(|(_, oldest)| *oldest);
        if let Some(oldest) = oldest.filter(|_| self.strangers.len() > self.config.max_anonymous) {
            self.refuse(now, oldest, None, None, &Refusal::Overloaded);
            self.close(now, oldest, CloseReason::TooManyConnections);
        }
    }

    /// If the connection is not logged in, it has to be in time from now on.
    pub(super) fn expect_login(&mut self, now: Time, id: ConnectionId) {
        let anonymous = |known: &&mut Connection| known.state == ConnectionState::Anonymous;
        if let Some(connection) = self.connections.get_mut(&id).filter(anonymous) {
            let at = now + self.config.login_timeout;
            connection.login_until = Some(at);
            self.strangers.insert((at, id));
            self.deadlines.insert(Deadline { at, reason: DeadlineReason::Login(id) });
        }
    }

    /// Lets the connection take its time: it is logged in, is gone, or waits for the server.
    pub(super) fn expect_no_login(&mut self, id: ConnectionId) {
        let until = self.connections.get_mut(&id).and_then(|known| known.login_until.take());
        if let Some(at) = until {
            self.strangers.remove(&(at, id));
            self.deadlines.remove(&Deadline { at, reason: DeadlineReason::Login(id) });
        }
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
        if self.connections.get(&id).is_none_or(|k| k.state == ConnectionState::Closing) {
            return;
        }
        self.leave(now, id, CallAction::LoseConnection, ConnectionState::Closing);
        if !reason.sends_the_rest()
            && let Some(connection) = self.connections.get_mut(&id)
        {
            connection.outbox = Outbox::new();
        }
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
        self.hear(now, id);
        if !self.may_act(now, id) {
            return;
        }
        let (request, is_fatal) = match &error {
            DecodeError::Message { request, .. } => (*request, false),
            DecodeError::Frame(_) => (None, true),
        };
        if !is_fatal && !self.is_greeted(id) {
            return self.expect_greeting(now, id, request);
        }
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
        self.expect_no_login(id);
        self.end_heartbeat(id);
        if let Some(user) =
            self.user_of(id).cloned().filter(|_| action == CallAction::LoseConnection)
        {
            self.keep_relays(&user, id);
        }
        let Some(connection) = self.connections.get_mut(&id) else {
            return;
        };
        let before = std::mem::replace(&mut connection.state, next);
        connection.missed.clear();
        connection.private.clear();
        if let ConnectionState::LoggedIn(user) = before {
            self.audience.remove(&id);
            self.log_out_user(now, &user, action);
        }
    }

    /// Does everything that is due.
    pub(super) fn expire(&mut self, now: Time) {
        while let Some(due) = self.deadlines.first().copied().filter(|due| due.at <= now) {
            self.deadlines.remove(&due);
            match due.reason {
                DeadlineReason::Login(id) => {
                    self.expect_no_login(id);
                    self.refuse(now, id, None, None, &Refusal::LoginTimeout);
                    self.close(now, id, CloseReason::LoginTimeout);
                }
                DeadlineReason::Call(call) => self.time_out(now, call),
                DeadlineReason::Heartbeat(id) => self.check_heartbeat(now, id),
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
