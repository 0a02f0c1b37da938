//! The connection to the signalling server, and what it tells.

use roomrtc_core::base::Time;
use roomrtc_core::signaling::CallEndReason;
use roomrtc_core::signaling::client::{CallRole, Event};
use roomrtc_io_mio::{StreamAction, StreamClosure, StreamEvent, StreamId};

use super::{CallEnd, Client, ClientEvent};

/// The one stream of a client.
pub(super) const SERVER: StreamId = StreamId(0);

impl Client {
    /// Something happened to the connection to the server.
    pub fn handle_stream(&mut self, now: Time, event: StreamEvent<'_>) {
        match event {
            StreamEvent::Connected => {
                self.signaling.handle_connected(now);
                self.tell(ClientEvent::ServerConnected);
            }
            StreamEvent::Received(bytes) => self.signaling.handle_bytes(now, bytes),
            StreamEvent::Closed(closure) => self.lose_server(closure),
        }
        self.follow_signaling(now);
        self.follow_session(now);
    }

    /// The next thing to do with the connection; bytes to send are appended to `output`.
    pub fn poll_stream(&mut self, output: &mut Vec<u8>) -> Option<StreamAction> {
        if let Some(action) = self.stream_actions.pop_front() {
            return Some(action);
        }
        if self.signaling.poll_transmit(output) {
            return Some(StreamAction::Send { stream: SERVER });
        }
        if self.is_stopping && self.signaling.is_connected() {
            self.signaling.handle_disconnected();
            return Some(StreamAction::Close { stream: SERVER });
        }
        None
    }

    /// The connection may look well and be dead.
    fn give_up_server(&mut self) {
        self.stream_actions.push_back(StreamAction::Close { stream: SERVER });
        self.lose_server(StreamClosure::Failed(std::io::ErrorKind::TimedOut));
    }

    fn lose_server(&mut self, closure: StreamClosure) {
        self.signaling.handle_disconnected();
        self.tell(ClientEvent::ServerLost(closure));
    }

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
            Event::UsersChanged => self.tell_users(),
            Event::Refused { code, text, .. } => self.tell(ClientEvent::Refused { code, text }),
            Event::Registered { .. } => self.tell(ClientEvent::Registered),
            Event::LoggedIn { .. } => self.tell(ClientEvent::LoggedIn),
            Event::Ringing { user } => self.tell(ClientEvent::Ringing(user)),
            Event::IncomingCall { user, .. } => self.tell(ClientEvent::IncomingCall(user)),
            Event::CallRejected { user } => self.tell(ClientEvent::Rejected(user)),
            Event::CallDetached { .. } => self.tell(ClientEvent::CallDetached),
            Event::ProtocolError { text } => self.tell(ClientEvent::ServerFault(text)),
            Event::ServerSilent => self.give_up_server(),
            // The stream's end has been told, and a logout is the application's own wish.
            Event::ConnectionLost | Event::LoggedOut => {}
            other => tracing::debug!(?other, "not of interest"),
        }
    }

    fn begin_call(&mut self, now: Time, user: String, role: CallRole) {
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
