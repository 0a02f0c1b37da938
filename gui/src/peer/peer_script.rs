//! The course of a call without a server.

use std::collections::VecDeque;
use std::time::Duration;

use roomrtc_core::base::Time;
use roomrtc_core::session::{CandidateInit, DescriptionKind};

use super::{LineError, LineReader, PeerCommand, PeerFailure, PeerLine};
use crate::cli::PeerRole;
use crate::client::{CallEnd, ClientCommand, ClientEvent};
use crate::program::{Script, Step};

/// Lines in, lines out; the call lasts until one side ends it.
#[derive(Debug)]
pub struct PeerScript {
    pub(super) role: PeerRole,
    /// How long the call lasts once it is connected.
    talk: Option<Duration>,
    /// How long it may take until it is.
    patience: Duration,
    pub(super) steps: VecDeque<Step>,
    deadline: Option<Time>,
    reader: LineReader,
    /// That the other side has no more candidates, once it has said so.
    pub(super) held_end: Option<CandidateInit>,
    /// Descriptions of the other side of which it is not known whether they were taken.
    pub(super) undecided: u32,
    /// Whether an offer has found its answer.
    pub(super) is_agreed: bool,
    /// Whether an offer of ours was asked for.
    pub(super) has_offered: bool,
    is_connected: bool,
    has_input_ended: bool,
    failure: Option<PeerFailure>,
}

impl PeerScript {
    /// A call that is given up unless it is connected after `patience`, and that lasts for `talk`
    /// from then on, or until the other side ends it.
    pub fn new(role: PeerRole, patience: Duration, talk: Option<Duration>) -> PeerScript {
        PeerScript {
            role,
            talk,
            patience,
            steps: VecDeque::new(),
            deadline: None,
            reader: LineReader::default(),
            held_end: None,
            undecided: 0,
            is_agreed: false,
            has_offered: false,
            is_connected: false,
            has_input_ended: false,
            failure: None,
        }
    }

    /// Why the call is a failure, once it is over and is one.
    pub const fn failure(&self) -> Option<PeerFailure> {
        self.failure
    }

    pub(super) fn command(&mut self, command: ClientCommand) {
        self.steps.push_back(Step::Command { client: 0, command });
    }

    pub(super) fn say(&mut self, text: impl Into<String>) {
        self.steps.push_back(Step::Say(text.into()));
    }

    fn print(&mut self, line: String) {
        self.steps.push_back(Step::Print(line));
    }

    fn fail(&mut self, failure: PeerFailure, text: String) {
        self.failure = Some(failure);
        self.steps.push_back(Step::Finish(Err(text)));
    }

    /// What is awaited of the other side.
    pub(super) const fn awaited(&self) -> &'static str {
        match self.role {
            PeerRole::Offer => "an answer",
            PeerRole::Answer => "an offer",
        }
    }

    /// What is amiss where nothing comes, as far as can be told from here.
    const fn hint(&self) -> &'static str {
        match self.role {
            PeerRole::Offer => "if both sides were started as `offer`, start one as `answer`",
            PeerRole::Answer => "if both sides were started as `answer`, start one as `offer`",
        }
    }

    pub(super) fn hang_up(&mut self) {
        if self.is_connected {
            self.deadline = None;
            self.command(ClientCommand::HangUp);
        } else {
            let text = "the call was ended here before it was connected";
            self.fail(PeerFailure::EndedHere, text.into());
        }
    }

    /// A description of the other side was taken or not.
    fn decide(&mut self, is_agreed: bool) {
        self.is_agreed |= is_agreed;
        self.undecided = self.undecided.saturating_sub(1);
        self.look_for_the_end();
    }

    /// Without a description, and without input that could bring one, nothing can follow.
    fn look_for_the_end(&mut self) {
        if self.has_input_ended && !self.is_agreed && self.undecided == 0 {
            let (awaited, hint) = (self.awaited(), self.hint());
            let text = format!("the input ended before {awaited} came that could be taken; {hint}");
            self.fail(PeerFailure::NoDescription, text);
        }
    }

    fn give_up(&mut self) {
        let seconds = self.patience.as_secs_f64();
        if self.is_agreed {
            let text = format!("the call was not connected after {seconds} seconds");
            return self.fail(PeerFailure::NoWay, text);
        }
        let (awaited, hint) = (self.awaited(), self.hint());
        let text = format!("after {seconds} seconds {awaited} has not come; {hint}");
        self.fail(PeerFailure::NoDescription, text);
    }

    /// What the user is to know.
    fn tell(&mut self, event: &ClientEvent) {
        match event {
            ClientEvent::OfferTakenBack => {
                self.say("the offer of this side makes way for the other side's");
            }
            ClientEvent::StreamEnded => self.say("the other side has ended its video"),
            ClientEvent::CandidateRefused(text)
            | ClientEvent::Impossible(text)
            | ClientEvent::VideoFault(text) => self.say(text.clone()),
            ClientEvent::SourceNotOpened(error) => self.say(error.to_string()),
            ClientEvent::SourceFailed(error) => self.say(error.to_string()),
            _ => {}
        }
    }

    fn read(&mut self, said: Result<PeerLine, LineError>) {
        match said {
            Ok(line) => self.follow(line),
            Err(error) => self.say(format!("this line is ignored: {error}")),
        }
    }
}

impl Script for PeerScript {
    fn begin(&mut self, now: Time) {
        self.deadline = Some(now + self.patience);
        if self.role == PeerRole::Offer {
            self.follow(PeerLine::Command(PeerCommand::Offer));
        }
    }

    fn handle_event(&mut self, now: Time, _client: usize, event: &ClientEvent) {
        match event {
            ClientEvent::LocalDescription { kind, sdp } => {
                self.has_offered |= *kind == DescriptionKind::Offer;
                self.print(PeerLine::write_description(*kind, sdp));
            }
            ClientEvent::LocalCandidate(candidate) => {
                self.print(PeerLine::write_candidate(candidate));
            }
            ClientEvent::Statistics(all) => {
                self.print(serde_json::json!({ "statistics": all }).to_string());
            }
            ClientEvent::Connected => {
                self.is_connected = true;
                self.deadline = self.talk.map(|talk| now + talk);
                self.say("connected");
            }
            ClientEvent::Agreed => self.decide(true),
            ClientEvent::DescriptionRefused(text) => {
                self.say(text.clone());
                self.decide(false);
            }
            other => self.tell(other),
        }
    }

    fn handle_call_over(&mut self, _now: Time, _client: usize, end: &CallEnd) {
        match PeerFailure::of(end, self.is_connected) {
            None => self.steps.push_back(Step::Finish(Ok(()))),
            Some(failure) => self.fail(failure, end.to_string()),
        }
    }

    fn handle_line(&mut self, _now: Time, line: &str) {
        for said in self.reader.read(line) {
            self.read(said);
        }
    }

    fn handle_bad_line(&mut self, _now: Time, why: &str) {
        self.say(format!("this line is ignored: {why}"));
    }

    /// What has come may be enough; without a description nothing can follow.
    fn handle_end_of_input(&mut self, _now: Time) {
        if let Some(error) = self.reader.finish() {
            self.read(Err(error));
        }
        if let Some(end) = self.held_end.take() {
            self.command(ClientCommand::Candidate(end));
        }
        self.has_input_ended = true;
        self.look_for_the_end();
    }

    fn interrupt(&mut self, _now: Time) {
        self.hang_up();
    }

    fn deadline(&self) -> Option<Time> {
        self.deadline
    }

    fn handle_timeout(&mut self, _now: Time) {
        self.deadline = None;
        if self.is_connected {
            self.hang_up();
        } else {
            self.give_up();
        }
    }

    fn poll_step(&mut self) -> Option<Step> {
        self.steps.pop_front()
    }
}
