//! What the application asks for.

use roomrtc_core::base::Time;
use roomrtc_core::session::{CandidateInit, Command, CommandError, DescriptionKind};
use roomrtc_core::signaling::client::Command as SignalingCommand;
use roomrtc_io_mio::StreamAction;

use super::call_session::VIDEO;
use super::signaling::SERVER;
use super::{CallEnd, Client, ClientCommand, ClientEvent, Effect};

impl Client {
    /// Something the application asks for.
    pub fn handle_command(&mut self, now: Time, command: ClientCommand) {
        match command {
            ClientCommand::Connect(address) => {
                self.has_server = true;
                self.stream_actions.push_back(StreamAction::Connect { stream: SERVER, address });
            }
            ClientCommand::Signal(command) => self.signal(command),
            ClientCommand::Offer => self.offer(now),
            ClientCommand::RestartIce => self.renegotiate(now, Command::RestartIce),
            ClientCommand::SetDirection(direction) => {
                self.renegotiate(now, Command::SetDirection { media: VIDEO, direction });
            }
            ClientCommand::Rollback => self.roll_back(now),
            ClientCommand::Describe { kind, sdp } => self.describe(now, kind, sdp),
            ClientCommand::Candidate(candidate) => self.add_candidate(now, candidate),
            ClientCommand::SendFrame(frame) => {
                self.session.iter_mut().for_each(|session| session.send_frame(now, &frame));
            }
            ClientCommand::RequestKeyFrame => {
                self.session.iter_mut().for_each(|session| session.request_key_frame(now));
            }
            ClientCommand::TurnCamera(is_on) => self.want(Effect::TurnCamera(is_on)),
            ClientCommand::Measure => self.measure(now),
            ClientCommand::Progress => self.tell_progress(now),
            ClientCommand::HangUp => self.hang_up(now),
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

    /// Begins a call as its offerer.
    pub(super) fn offer(&mut self, now: Time) {
        if self.session.is_none() {
            self.begin_session(now);
        }
        if !self.defers(now, &ClientCommand::Offer) {
            self.apply(now, Command::CreateOffer);
        }
    }

    /// Says what the next offer or answer is to bring, which may be the first.
    fn renegotiate(&mut self, now: Time, command: Command<'_>) {
        if self.session.is_none() && !self.has_server {
            self.begin_session(now);
        }
        let done = self.session.as_mut().map(|session| session.command(now, command));
        if let Some(Err(error)) = done {
            self.tell(ClientEvent::Impossible(error.to_string()));
        }
    }

    /// Takes back an offer of ours: one that is outstanding, or one that still waits for candidates.
    fn roll_back(&mut self, now: Time) {
        if matches!(self.deferred, Some(ClientCommand::Offer)) {
            self.deferred = None;
        } else if let Some(session) = &mut self.session {
            session.roll_back(now);
        }
    }

    /// The other side's description; an offer begins a session where there is none.
    pub(super) fn describe(&mut self, now: Time, kind: DescriptionKind, sdp: String) {
        if self.session.is_none() && kind == DescriptionKind::Offer {
            self.begin_session(now);
        }
        let has_server = self.has_server;
        let Some(session) = &mut self.session else {
            let text = "there is no offer of ours to answer";
            return self.tell(ClientEvent::Impossible(text.into()));
        };
        if !has_server && !session.is_connected() {
            session.count_from(now);
        }
        let command = ClientCommand::Describe { kind, sdp };
        if self.defers(now, &command) {
            return;
        }
        if let ClientCommand::Describe { kind, sdp } = command {
            self.apply(now, Command::SetRemoteDescription { kind, sdp: &sdp });
        }
    }

    /// Puts what makes a description off until its candidates are known, if they go into it.
    fn defers(&mut self, now: Time, command: &ClientCommand) -> bool {
        self.follow_session(now);
        let is_gathered = self.session.as_ref().is_none_or(|session| session.is_gathered());
        let is_put_off = self.settings.no_trickle && !is_gathered;
        if is_put_off {
            self.deferred = Some(command.clone());
        }
        is_put_off
    }

    /// All local candidates are known.
    pub(super) fn resume(&mut self, now: Time) {
        match self.deferred.take() {
            Some(ClientCommand::Offer) => self.apply(now, Command::CreateOffer),
            Some(ClientCommand::Describe { kind, sdp }) => {
                self.apply(now, Command::SetRemoteDescription { kind, sdp: &sdp });
            }
            _ => {}
        }
    }

    /// Gives the session what makes a description of ours, and then lets it gather.
    fn apply(&mut self, now: Time, command: Command<'_>) {
        let Some(session) = &mut self.session else {
            return;
        };
        match session.command(now, command) {
            Ok(()) => self.gather(now),
            Err(error) => self.refuse_description(now, &error),
        }
    }

    pub(super) fn add_candidate(&mut self, now: Time, candidate: CandidateInit) {
        // Candidates may overtake the offer; a call with a server begins before both.
        if self.session.is_none() && !self.has_server {
            self.begin_session(now);
        }
        let Some(session) = &mut self.session else {
            return;
        };
        if let Err(error) = session.command(now, Command::AddRemoteCandidate(candidate)) {
            self.tell(ClientEvent::CandidateRefused(error.to_string()));
        }
    }

    /// A call that cannot begin ends with the description that cannot be used. One that was agreed
    /// on goes on, and what only comes at the wrong time (an answer twice, an offer while ours is
    /// outstanding) ends nothing.
    fn refuse_description(&mut self, now: Time, error: &CommandError) {
        let is_agreed = self.session.as_ref().is_some_and(|session| session.is_agreed());
        match error {
            CommandError::Description(_) if !is_agreed => {
                self.end_call(now, CallEnd::Description(error.to_string()));
            }
            _ => self.tell(ClientEvent::Impossible(error.to_string())),
        }
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
        self.is_stopping = true;
    }
}
