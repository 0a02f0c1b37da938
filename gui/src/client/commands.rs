//! What the application asks for.

use roomrtc_core::base::Time;
use roomrtc_core::session::Command;
use roomrtc_core::signaling::client::Command as SignalingCommand;
use roomrtc_media::encoder::EncodedFrame;

use super::call_session::VIDEO;
use super::server_connection::ServerConnection;
use super::{CallEnd, Client, ClientCommand, ClientEvent, Effect};

impl Client {
    /// Something the application asks for.
    pub fn handle_command(&mut self, now: Time, command: ClientCommand) {
        match command {
            ClientCommand::Connect(server) => self.connect(now, server),
            ClientCommand::Signal(command) => self.signal(command),
            ClientCommand::Offer => self.offer(now),
            ClientCommand::RestartIce => self.renegotiate(now, Command::RestartIce),
            ClientCommand::SetDirection(direction) => {
                self.renegotiate(now, Command::SetDirection { media: VIDEO, direction });
            }
            ClientCommand::Rollback => self.roll_back(now),
            ClientCommand::Describe { kind, sdp } => self.describe(now, kind, sdp),
            ClientCommand::Candidate(candidate) => self.add_candidate(now, candidate),
            ClientCommand::SendFrame(frame) => self.send_frame(now, &frame),
            ClientCommand::RequestKeyFrame => {
                self.session.iter_mut().for_each(|session| session.request_key_frame(now));
            }
            ClientCommand::SetSource(source) => self.want(Effect::SwitchSource(source)),
            ClientCommand::AskStunServers(servers) => self.settings.peer.stun_servers = servers,
            ClientCommand::RecordIn(writer) => self.settings.recording = writer,
            ClientCommand::TurnCamera(is_on) => self.want(Effect::TurnCamera(is_on)),
            ClientCommand::Measure => self.measure(now),
            ClientCommand::Progress => self.tell_progress(now),
            ClientCommand::Disconnect => self.disconnect(),
            ClientCommand::HangUp => self.hang_up(now),
            ClientCommand::Leave => self.leave(now),
            ClientCommand::Stop => self.stop(now),
        }
        self.follow_session(now);
        self.follow_signaling(now);
    }

    pub(super) fn signal(&mut self, command: SignalingCommand) {
        if let Err(error) = self.signaling.command(command) {
            self.tell(ClientEvent::Impossible(error.to_string()));
        }
    }

    fn send_frame(&mut self, now: Time, frame: &EncodedFrame) {
        let session = self.session.as_mut();
        let limit = session.and_then(|session| session.send_frame(now, frame));
        limit.into_iter().for_each(|most| self.want(Effect::LimitNalUnits(most)));
    }

    fn measure(&mut self, now: Time) {
        let summary = self.session.as_ref().map(|session| Box::new(session.summary(now)));
        self.want(Effect::Measure(summary));
    }

    fn tell_progress(&mut self, now: Time) {
        if let Some(session) = &self.session {
            let summary = Box::new(session.summary(now));
            self.tell(ClientEvent::Progress(summary));
        }
    }

    fn hang_up(&mut self, now: Time) {
        if self.session.is_some() || self.signaling.call().is_some() {
            self.end_call(now, CallEnd::Here);
        }
    }

    fn stop(&mut self, now: Time) {
        if self.is_stopping {
            return;
        }
        self.hang_up(now);
        if self.signaling.user().is_some() {
            self.signal(SignalingCommand::Logout);
        }
        self.finish();
    }

    fn leave(&mut self, now: Time) {
        if !self.is_stopping {
            self.hang_up(now);
            self.finish();
        }
    }

    fn finish(&mut self) {
        self.is_stopping = true;
        self.server.iter_mut().for_each(ServerConnection::abandon);
    }
}
