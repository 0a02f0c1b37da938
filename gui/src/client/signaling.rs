//! What the signalling server tells.

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
            Event::Registered { .. } => self.tell(ClientEvent::Registered),
            Event::LoggedIn { .. } => self.logged_in(ClientEvent::LoggedIn),
            Event::Resumed { .. } => self.logged_in(ClientEvent::Resumed),
            Event::Invitation { code, .. } => self.tell(ClientEvent::Invitation(code)),
            Event::MissedCall(missed) => self.tell(ClientEvent::MissedCall(missed)),
            Event::Ringing { user } => self.tell(ClientEvent::Ringing(user)),
            Event::IncomingCall { user, name } => {
                self.tell(ClientEvent::IncomingCall { user, name });
            }
            Event::CallRejected { user } => self.tell(ClientEvent::Rejected(user)),
            Event::CallDetached { .. } => self.tell(ClientEvent::CallDetached),
            Event::ProtocolError { text } => self.tell(ClientEvent::ServerFault(text)),
            Event::ServerSilent => self.give_up_server(now),
            // The stream's end has been told, and a logout is the application's own wish.
            Event::ConnectionLost | Event::LoggedOut => {}
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
                self.tell(ClientEvent::ServerFault(text));
            }
            // The connection is closed for it, and made again.
            (_, ErrorCode::ServerStopping | ErrorCode::SessionRevoked) => {
                self.tell(ClientEvent::ServerFault(text));
            }
            (Some(MessageType::Resume), ErrorCode::UnknownSession) => {
                self.tell(ClientEvent::SessionLost);
            }
            (Some(MessageType::Resume), _) => {
                self.tell(ClientEvent::ServerFault(text));
                self.give_up_server(now);
            }
            _ => self.tell(ClientEvent::Refused { code, text }),
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

    fn tell_users(&mut self) {
        let users = self.signaling.users().map(|(user, state)| (user.to_owned(), state));
        let users = users.collect();
        self.tell(ClientEvent::Users(users));
    }
}
