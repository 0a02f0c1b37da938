//! What the signalling server tells.

use std::time::Duration;

use roomrtc_core::base::Time;
use roomrtc_core::signaling::client::{CallRole, Event};
use roomrtc_core::signaling::{CallEndReason, ErrorCode, MessageType};

use super::server_connection::ServerConnection;
use super::{CallEnd, Client, ClientEvent};

impl Client {
    /// Takes everything that the signalling has to tell.
    pub(super) fn follow_signaling(&mut self, now: Time) {
        while let Some(event) = self.signaling.poll_event() {
            self.handle_signaling_event(now, event);
        }
    }

    fn handle_signaling_event(&mut self, now: Time, event: Event) {
        match event {
            Event::RemoteDescription { kind, sdp } => self.describe(now, kind, sdp),
            Event::RemoteCandidate(candidate) => self.add_candidate(now, candidate),
            Event::CallAccepted { user, role } => self.begin_call(now, user, role),
            Event::CallEnded { user, reason } => self.call_ended(now, user, reason),
            Event::CallResumed { .. } => self.rejoin_call(now),
            Event::UsersChanged => self.tell_users(),
            Event::Refused { request, code, text } => self.refused(now, request, code, text),
            Event::MissedCall(missed) => self.tell(ClientEvent::MissedCall(missed)),
            Event::Ringing { user } => self.tell(ClientEvent::Ringing(user)),
            Event::IncomingCall { user, name } => {
                self.tell(ClientEvent::IncomingCall { user, name });
            }
            Event::CallRejected { user } => self.tell(ClientEvent::Rejected(user)),
            Event::CallDetached { .. } => self.tell(ClientEvent::CallDetached),
            Event::ProtocolError { text } => self.tell(ClientEvent::ServerFault(text)),
            Event::ServerSilent => self.give_up_server(now),
            // The stream's end has been told.
            Event::ConnectionLost => {}
            other => self.handle_account_event(other),
        }
    }

    fn handle_account_event(&mut self, event: Event) {
        match event {
            Event::Registered { .. } => self.tell(ClientEvent::Registered),
            Event::LoggedIn { user } => self.logged_in(ClientEvent::LoggedIn { user }),
            Event::Resumed { user } => self.logged_in(ClientEvent::Resumed { user }),
            Event::SessionChanged => {
                self.tell(ClientEvent::Session(self.signaling.session().cloned()));
            }
            Event::LoggedOut => self.tell(ClientEvent::LoggedOut),
            Event::PasswordChanged => self.tell(ClientEvent::PasswordChanged),
            Event::AccountDeleted => self.tell(ClientEvent::AccountDeleted),
            Event::Invitation { code, lifetime } => {
                let lifetime = Duration::from_secs(lifetime);
                self.tell(ClientEvent::Invitation { code, lifetime });
            }
            Event::InvitationRevoked => self.tell(ClientEvent::InvitationRevoked),
            other => tracing::debug!(?other, "not of interest"),
        }
    }

    /// From here on a lost connection is made again.
    fn logged_in(&mut self, event: ClientEvent) {
        self.server.iter_mut().for_each(ServerConnection::logged_in);
        self.tell(event);
    }

    fn refused(&mut self, now: Time, request: Option<MessageType>, code: ErrorCode, text: String) {
        match (request, code) {
            (_, ErrorCode::TakenOver) => {
                self.server.iter_mut().for_each(ServerConnection::abandon);
                self.tell(ClientEvent::Dismissed { code, text });
            }
            // The connection is closed for it, and made again.
            (_, ErrorCode::ServerStopping | ErrorCode::SessionRevoked) => {
                self.tell(ClientEvent::Dismissed { code, text });
            }
            (Some(MessageType::Resume), ErrorCode::UnknownSession) => {
                self.tell(ClientEvent::SessionLost);
            }
            // At the first login of all there is nobody to wait for.
            (Some(MessageType::Resume), _) if self.is_kept() => {
                self.tell(ClientEvent::ServerFault(text));
                self.give_up_server(now);
            }
            _ => self.tell(ClientEvent::Refused { request, code, text }),
        }
    }

    /// Who was called gives way where two offers meet.
    fn begin_call(&mut self, now: Time, user: String, role: CallRole) {
        self.settings.is_polite = role == CallRole::Callee;
        self.unsent.clear();
        self.tell(ClientEvent::CallBegan { user, role });
        match role {
            CallRole::Caller => self.offer(now),
            CallRole::Callee => self.begin_session(now),
        }
    }

    fn call_ended(&mut self, now: Time, user: String, reason: CallEndReason) {
        let end = CallEnd::Signaled(reason);
        match &mut self.session {
            Some(session) => session.close(now, end),
            None => self.tell(ClientEvent::Missed { user, end }),
        }
    }

    /// Whether a lost connection is made again, because somebody was logged in.
    fn is_kept(&self) -> bool {
        self.server.as_ref().is_some_and(ServerConnection::is_kept)
    }

    fn tell_users(&mut self) {
        let users = self.signaling.users().map(|(user, state)| (user.to_owned(), state));
        let users = users.collect();
        self.tell(ClientEvent::Users(users));
    }
}
