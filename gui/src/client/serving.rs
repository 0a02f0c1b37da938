//! The connection to the signalling server: made, lost, and made again.

use std::io::ErrorKind;

use roomrtc_core::base::Time;
use roomrtc_core::session::CandidateInit;
use roomrtc_core::signaling::client::{CallStage, Command as SignalingCommand};
use roomrtc_io_mio::{CertificateFingerprint, StreamAction, StreamClosure, StreamEvent};

use super::call_session::CallSession;
use super::server_connection::{SERVER, ServerConnection};
use super::{Client, ClientEvent, ServerAddress};

/// Most candidates that wait for a server that is lost.
const MOST_UNSENT: usize = 64;

impl Client {
    /// Something happened to the connection to the server.
    pub fn handle_stream(&mut self, now: Time, event: StreamEvent<'_>) {
        match event {
            StreamEvent::Certificate(found) => self.take_certificate(found),
            StreamEvent::Connected => self.greet(now),
            StreamEvent::Received(bytes) => {
                self.server.iter_mut().for_each(ServerConnection::answered);
                self.signaling.handle_bytes(now, bytes);
            }
            StreamEvent::Closed(closure) => self.lose_server(now, closure),
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
        let is_over = self.is_stopping && self.signaling.is_connected();
        if std::mem::take(&mut self.is_letting_go) || is_over {
            self.signaling.handle_disconnected();
            return Some(StreamAction::Close { stream: SERVER });
        }
        None
    }

    pub(super) fn connect(&mut self, now: Time, server: ServerAddress) {
        // What waits for another server is not for this one.
        self.signaling.handle_disconnected();
        self.is_letting_go = false;
        let mut connection = ServerConnection::new(server, &self.settings.seed);
        self.stream_actions.push_back(connection.connect(now));
        self.server = Some(connection);
    }

    /// Gives an attempt up that takes too long, or makes the next.
    pub(super) fn serve_connection(&mut self, now: Time) {
        self.signaling.handle_timeout(now);
        self.follow_signaling(now);
        let Some(server) = &mut self.server else {
            return;
        };
        if server.is_given_up(now) {
            self.give_up_server(now);
            self.follow_signaling(now);
        } else if server.is_due(now) {
            let action = server.connect(now);
            self.stream_actions.push_back(action);
        }
    }

    /// Lets go of the server, for good: what waits to be sent to it is sent first.
    pub(super) fn disconnect(&mut self) {
        if let Some(mut server) = self.server.take() {
            server.abandon();
            self.is_letting_go = true;
        }
    }

    fn take_certificate(&mut self, found: CertificateFingerprint) {
        self.server.iter_mut().for_each(|server| server.pin(found));
        self.tell(ClientEvent::ServerCertificate(found));
    }

    /// Who was logged in before is so again, by its session if there is one.
    fn greet(&mut self, now: Time) {
        self.signaling.handle_connected(now);
        self.tell(ClientEvent::ServerConnected);
        let was_logged_in = self.server.as_ref().is_some_and(ServerConnection::is_kept);
        match self.signaling.session().cloned() {
            Some(token) if was_logged_in => self.signal(SignalingCommand::Resume(token)),
            None if was_logged_in => self.tell(ClientEvent::SessionLost),
            _ => {}
        }
    }

    /// The connection may look well and be dead.
    pub(super) fn give_up_server(&mut self, now: Time) {
        self.stream_actions.push_back(StreamAction::Close { stream: SERVER });
        self.lose_server(now, StreamClosure::Failed(ErrorKind::TimedOut));
    }

    /// A server with another certificate is not asked again: it would not be the same a second later.
    fn lose_server(&mut self, now: Time, closure: StreamClosure) {
        self.signaling.handle_disconnected();
        let is_wrong = matches!(closure, StreamClosure::WrongCertificate(_));
        if let Some(server) = self.server.as_mut().filter(|_| is_wrong) {
            server.abandon();
        }
        let retry = self.server.as_mut().and_then(|server| server.lost(now));
        self.tell(ClientEvent::ServerLost { closure, retry });
    }

    /// A candidate of ours for the other party, or for later while nothing passes through the server.
    pub(super) fn signal_candidate(&mut self, candidate: CandidateInit) {
        if !self.is_detached() {
            self.signal(SignalingCommand::SendCandidate(candidate));
        } else if self.unsent.len() < MOST_UNSENT {
            self.unsent.push(candidate);
        }
    }

    /// Whether there is a call of which the server does not know now.
    pub(super) fn is_detached(&self) -> bool {
        self.signaling.call().is_some_and(|call| call.stage == CallStage::Detached)
    }

    /// The call stands at the server again. An offer that has found no answer may be lost: it is made
    /// anew, and whoever has an answer outstanding for us does the same.
    pub(super) fn rejoin_call(&mut self, now: Time) {
        self.tell(ClientEvent::CallRejoined);
        if self.session.as_ref().is_some_and(CallSession::has_offered) {
            self.roll_back(now);
            self.offer(now);
            self.follow_session(now);
        }
        for candidate in std::mem::take(&mut self.unsent) {
            self.signal(SignalingCommand::SendCandidate(candidate));
        }
    }
}
