//! Logins and their sessions.

use std::sync::Arc;

use roomrtc_core::base::Time;
use roomrtc_core::signaling::{Message, MessageType, MissedCall, Token};

use super::answer::Answer;
use super::connection_state::ConnectionState;
use super::operation::Operation;
use super::{
    AccountRequest, CallAction, CloseReason, ConnectionId, Hub, OperationId, Refusal, SecondDevice,
    SessionGrant, SessionId, UserSession,
};

impl Hub {
    pub(super) fn resume(&mut self, id: ConnectionId, token: Token) -> Result<Answer, Refusal> {
        if self.user_of(id).is_some() {
            return Err(Refusal::AlreadyLoggedIn);
        }
        self.begin(Operation::of(id, MessageType::Resume), AccountRequest::Resume(token));
        Ok(Answer::Otherwise)
    }

    /// The password or the token was right: logs the user in, if the connection still stands and
    /// no other is in the way.
    pub(super) fn admit(
        &mut self,
        now: Time,
        id: ConnectionId,
        request: MessageType,
        user: &Arc<str>,
        (grant, missed): (SessionGrant, Vec<MissedCall>),
    ) {
        if !self.is_anonymous(id) {
            return self.drop_grant(request, &grant);
        }
        let standing = self.users.get(user).and_then(|known| known.connection);
        if let Some(standing) = standing {
            if !self.may_take_over(standing, &grant) {
                return self.turn_away(now, id, request, user, &grant);
            }
            self.take_over(now, standing);
        }
        self.settle_in(now, id, request, user, &grant);
        self.owe_missed_calls(id, user, missed);
    }

    /// Another connection of the user's stands in the way.
    fn turn_away(
        &mut self,
        now: Time,
        id: ConnectionId,
        request: MessageType,
        user: &str,
        grant: &SessionGrant,
    ) {
        let refusal = Refusal::LoggedInElsewhere(user.to_owned());
        self.refuse(now, id, Some(request), Some(user.to_owned()), &refusal);
        self.drop_grant(request, grant);
        if request == MessageType::Resume {
            // The token was exchanged all the same.
            self.tell_session(now, id, grant);
        }
    }

    /// Closes the connection on which a user is logged in, for another takes its place.
    pub(super) fn take_over(&mut self, now: Time, standing: ConnectionId) {
        self.refuse(now, standing, None, None, &Refusal::TakenOver);
        self.close(now, standing, CloseReason::TakenOver);
    }

    /// The connection that stands may be a dead one of the very client that logs in: so its own
    /// session always takes over.
    fn may_take_over(&self, standing: ConnectionId, grant: &SessionGrant) -> bool {
        let session = self.connections.get(&standing).and_then(|known| known.session);
        session == Some(grant.session) || self.config.second_device == SecondDevice::TakeOver
    }

    pub(super) fn is_anonymous(&self, id: ConnectionId) -> bool {
        let known = self.connections.get(&id);
        known.is_some_and(|known| known.state == ConnectionState::Anonymous)
    }

    /// Logs `user`, who is on no connection, in on this one and says so.
    pub(super) fn settle_in(
        &mut self,
        now: Time,
        id: ConnectionId,
        request: MessageType,
        name: &Arc<str>,
        grant: &SessionGrant,
    ) {
        let (Some(user), Some(connection)) =
            (self.users.get_mut(name), self.connections.get_mut(&id))
        else {
            return;
        };
        user.connection = Some(id);
        connection.state = ConnectionState::LoggedIn(name.clone());
        connection.session = Some(grant.session);
        connection.told = None;
        if user.inviter.is_none() {
            self.audience.insert(id);
        }
        self.counters.count_login(request);
        self.expect_no_login(id);
        self.begin_heartbeat(now, id);
        self.touch(name);
        self.confirm(now, id, request, Some(name.to_string()));
        self.tell_session(now, id, grant);
        self.owe_full_list(id);
    }

    fn tell_session(&mut self, now: Time, id: ConnectionId, grant: &SessionGrant) {
        let (token, lifetime) = (grant.token.clone(), grant.lifetime.as_secs());
        self.tell(now, id, Message::Session { token, lifetime });
    }

    /// Ends a session that nobody will use. One that was resumed stays: the answer may have got
    /// lost with its connection, and the client tries again.
    pub(super) fn drop_grant(&mut self, request: MessageType, grant: &SessionGrant) {
        if request != MessageType::Resume {
            self.end_session(request, grant.session);
        }
    }

    /// Has a session ended that nobody is there by.
    pub(super) fn end_session(&mut self, request: MessageType, session: SessionId) {
        self.revocations.note(session, OperationId(self.next_operation));
        let nobody = Operation { connection: None, ..Operation::of(ConnectionId(0), request) };
        self.begin(nobody, AccountRequest::LogOut(session));
    }

    /// Every other session of the user is over, so a connection that took the user over meanwhile
    /// is closed.
    pub(super) fn password_changed(
        &mut self,
        now: Time,
        id: ConnectionId,
        user: &str,
        grant: &SessionGrant,
    ) {
        let request = MessageType::ChangePassword;
        let Some(name) = self.user_of(id).cloned() else {
            let line = self.users.get(user).and_then(|known| known.connection);
            line.into_iter().for_each(|line| self.revoke_connection(now, line));
            return self.drop_grant(request, grant);
        };
        if let Some(connection) = self.connections.get_mut(&id) {
            connection.session = Some(grant.session);
        }
        self.confirm(now, id, request, Some(name.to_string()));
        self.tell_session(now, id, grant);
    }

    pub(super) fn revoke_connection(&mut self, now: Time, id: ConnectionId) {
        self.refuse(now, id, None, None, &Refusal::SessionRevoked);
        self.close(now, id, CloseReason::SessionRevoked);
    }

    /// These sessions have ended: so have the calls and the connections of those who are there by them.
    pub(super) fn end_logins(&mut self, now: Time, ended: &[UserSession]) {
        for UserSession { session, user } in ended {
            self.revocations.note(*session, OperationId(self.next_operation));
            let Some(known) = self.users.get(user.as_str()) else {
                continue;
            };
            let stands = match known.connection {
                Some(id) => {
                    self.connections.get(&id).and_then(|line| line.session) == Some(*session)
                }
                // A guest has no other session.
                None => known.inviter.is_some(),
            };
            if stands {
                self.end_login(now, user);
            }
        }
    }

    /// Nobody is logged in as `user` any more, who does not come back to its call.
    pub(super) fn end_login(&mut self, now: Time, user: &str) {
        self.end_call_of(now, user, CallAction::LogOut);
        let line = self.users.get(user).and_then(|known| known.connection);
        line.into_iter().for_each(|id| self.revoke_connection(now, id));
    }

    /// The user asks to leave, which also ends the session. The connection stays, and has to log in
    /// again in time.
    pub(super) fn log_out(&mut self, now: Time, id: ConnectionId) -> Answer {
        let session = self.connections.get_mut(&id).and_then(|known| known.session.take());
        self.leave(now, id, CallAction::LogOut, ConnectionState::Anonymous);
        if let Some(connection) = self.connections.get_mut(&id) {
            connection.anonymous_actions = 0;
        }
        self.expect_login(now, id);
        let Some(session) = session else {
            return Answer::Done;
        };
        self.begin(Operation::of(id, MessageType::Logout), AccountRequest::LogOut(session));
        Answer::Otherwise
    }

    /// The user is gone. Its call may wait for it.
    pub(super) fn log_out_user(&mut self, now: Time, name: &Arc<str>, action: CallAction) {
        self.end_call_of(now, name, action);
        if let Some(user) = self.users.get_mut(name) {
            user.connection = None;
        }
        self.touch(name);
        self.forget_guest(name);
    }
}
