//! What a client does at the signalling server.

use roomrtc_core::base::Time;
use roomrtc_core::session::{CandidateInit, DescriptionKind};
use roomrtc_core::signaling::client::{Command, Event};
use roomrtc_core::signaling::{Credentials, MessageType, UserState};
use roomrtc_server::hub::ConnectionId;

use super::Client;
use crate::scenario::Side;

impl Client {
    /// The connection to the server stands at the host's time `now`: the client logs in, with its
    /// session if it has one.
    pub fn connected(&mut self, now: Time, connection: ConnectionId) {
        self.connection = Some(connection);
        self.signaling.handle_connected(now);
        self.tell_server(match self.signaling.session() {
            Some(token) => Command::Resume(token.clone()),
            None => self.login(),
        });
    }

    fn login(&self) -> Command {
        Command::Login(Credentials::new(self.side.name(), "not checked"))
    }

    /// The connection to the server is gone.
    pub fn disconnected(&mut self) {
        self.connection = None;
        self.signaling.handle_disconnected();
    }

    /// Bytes of the server arrive at the host's time `now`.
    pub fn receive_signaling(&mut self, now: Time, bytes: &[u8]) {
        self.signaling.handle_bytes(now, bytes);
    }

    /// The bytes that wait for the server.
    pub fn poll_signaling_bytes(&mut self) -> Option<(ConnectionId, Vec<u8>)> {
        let mut bytes = Vec::new();
        self.signaling.poll_transmit(&mut bytes);
        self.connection.filter(|_| !bytes.is_empty()).map(|connection| (connection, bytes))
    }

    /// What the server has told, oldest first.
    pub fn poll_signaling_event(&mut self) -> Option<Event> {
        self.signaling.poll_event()
    }

    /// Does at the host's time `now` what an application does when the server has told `event`,
    /// other than to begin, feed or end a session.
    pub fn follow_signaling(&mut self, now: Time, event: &Event) {
        match event {
            Event::LoggedIn { .. } | Event::UsersChanged => self.invite(),
            Event::Refused { request: Some(MessageType::Resume), .. } => {
                let login = self.login();
                self.tell_server(login);
            }
            Event::IncomingCall { .. } => {
                self.accepts_at = Some(now + self.parameters.accepts_after.duration());
            }
            _ => {}
        }
    }

    /// The caller calls once, as soon as the other side is there.
    fn invite(&mut self) {
        let callee = Side::Called.name();
        let is_there = self.signaling.user_state(callee) == Some(UserState::Available);
        if self.side == Side::Caller && !self.has_invited && is_there {
            self.has_invited = true;
            self.tell_server(Command::Invite { user: callee.to_owned() });
        }
    }

    pub(super) fn accept(&mut self) {
        self.tell_server(Command::Accept);
    }

    /// Sends a description to the other side.
    pub fn send_description(&mut self, kind: DescriptionKind, sdp: String) {
        self.tell_server(Command::SendDescription { kind, sdp });
    }

    /// Sends a candidate to the other side.
    pub fn send_candidate(&mut self, candidate: CandidateInit) {
        self.tell_server(Command::SendCandidate(candidate));
    }

    /// Ends the call at the server.
    pub fn end_call(&mut self) {
        self.tell_server(Command::EndCall);
    }

    /// A command that comes when there is no connection or no call is one that the user would
    /// see refused; the scenario goes on.
    fn tell_server(&mut self, command: Command) {
        let _refused = self.signaling.command(command);
    }
}
