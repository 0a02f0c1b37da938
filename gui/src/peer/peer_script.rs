//! The course of a call without a server.

use std::collections::VecDeque;
use std::time::Duration;

use roomrtc_core::base::Time;
use roomrtc_core::session::DescriptionKind;

use super::PeerLine;
use crate::cli::PeerRole;
use crate::client::{CallEnd, ClientCommand, ClientEvent};
use crate::program::{Script, Step};

/// Lines in, lines out; the call lasts until one side ends it.
#[derive(Debug)]
pub struct PeerScript {
    role: PeerRole,
    talk: Option<Duration>,
    steps: VecDeque<Step>,
    deadline: Option<Time>,
    /// Whether the other side's first description has come.
    is_described: bool,
    is_connected: bool,
}

impl PeerScript {
    /// A call that lasts for `talk` once it is connected, or until the other side ends it.
    pub const fn new(role: PeerRole, talk: Option<Duration>) -> PeerScript {
        let steps = VecDeque::new();
        PeerScript { role, talk, steps, deadline: None, is_described: false, is_connected: false }
    }

    fn command(&mut self, command: ClientCommand) {
        self.steps.push_back(Step::Command { client: 0, command });
    }

    fn say(&mut self, text: impl Into<String>) {
        self.steps.push_back(Step::Say(text.into()));
    }

    fn finish(&mut self, result: Result<(), String>) {
        self.steps.push_back(Step::Finish(result));
    }

    fn print(&mut self, line: &PeerLine) {
        self.steps.push_back(Step::Print(line.write()));
    }

    /// What is awaited of the other side.
    const fn awaited(&self) -> &'static str {
        match self.role {
            PeerRole::Offer => "an answer",
            PeerRole::Answer => "an offer",
        }
    }

    fn describe(&mut self, kind: DescriptionKind, sdp: String) {
        let is_answer = kind == DescriptionKind::Answer;
        if !self.is_described && is_answer != (self.role == PeerRole::Offer) {
            let awaited = self.awaited();
            return self.say(format!("this description is ignored: {awaited} is awaited"));
        }
        self.is_described = true;
        self.command(ClientCommand::Describe { kind, sdp });
    }
}

impl Script for PeerScript {
    fn begin(&mut self, _now: Time) {
        if self.role == PeerRole::Offer {
            self.command(ClientCommand::Offer);
        }
    }

    fn handle_event(&mut self, now: Time, _client: usize, event: &ClientEvent) {
        match event {
            ClientEvent::LocalDescription { kind, sdp } => {
                let (kind, sdp) = (*kind, sdp.clone());
                self.print(&PeerLine::Description { kind, sdp });
            }
            ClientEvent::LocalCandidate(candidate) => {
                self.print(&PeerLine::Candidate(candidate.clone()));
            }
            ClientEvent::Connected => {
                self.is_connected = true;
                self.deadline = self.talk.map(|talk| now + talk);
                self.say("connected");
            }
            ClientEvent::CandidateRefused(text)
            | ClientEvent::Impossible(text)
            | ClientEvent::VideoFault(text) => self.say(text.clone()),
            _ => {}
        }
    }

    fn handle_call_over(&mut self, _now: Time, _client: usize, end: &CallEnd) {
        let result =
            if end.is_regular() && self.is_connected { Ok(()) } else { Err(end.to_string()) };
        self.finish(result);
    }

    fn handle_line(&mut self, _now: Time, line: &str) {
        if line.trim().is_empty() {
            return;
        }
        match PeerLine::read(line) {
            Ok(PeerLine::Description { kind, sdp }) => self.describe(kind, sdp),
            Ok(PeerLine::Candidate(candidate)) => {
                self.command(ClientCommand::Candidate(candidate));
            }
            Err(error) => self.say(format!("this line is ignored: {error}")),
        }
    }

    /// What has come may be enough; without a description nothing can follow.
    fn handle_end_of_input(&mut self, _now: Time) {
        if !self.is_described {
            let awaited = self.awaited();
            self.finish(Err(format!("the input ended before {awaited} came")));
        }
    }

    fn interrupt(&mut self, _now: Time) {
        if self.is_connected {
            self.command(ClientCommand::HangUp);
        } else {
            self.finish(Err("interrupted before the call was connected".into()));
        }
    }

    fn deadline(&self) -> Option<Time> {
        self.deadline
    }

    fn handle_timeout(&mut self, _now: Time) {
        self.deadline = None;
        self.command(ClientCommand::HangUp);
    }

    fn poll_step(&mut self) -> Option<Step> {
        self.steps.pop_front()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn steps(script: &mut PeerScript) -> Vec<String> {
        std::iter::from_fn(|| script.poll_step()).map(|step| format!("{step:?}")).collect()
    }

    fn script(role: PeerRole) -> PeerScript {
        let mut script = PeerScript::new(role, Some(Duration::from_secs(2)));
        script.begin(Time::ZERO);
        script
    }

    const OFFER: &str = r#"{"type":"offer","sdp":"v=0"}"#;
    const ANSWER: &str = r#"{"type":"answer","sdp":"v=0"}"#;

    #[test]
    fn lines_that_make_no_sense_are_told_and_passed_over() {
        let mut script = script(PeerRole::Answer);
        for line in ["", "  ", "hello", ANSWER, OFFER] {
            script.handle_line(Time::ZERO, line);
        }
        let taken = steps(&mut script);
        assert_eq!(taken.len(), 3, "{taken:?}");
        assert!(taken[0].contains("this line is ignored"));
        assert!(taken[1].contains("an offer is awaited"));
        assert!(taken[2].contains("Describe"));
    }

    #[test]
    fn the_end_of_the_input_counts_only_before_a_description() {
        let mut early = script(PeerRole::Offer);
        early.handle_end_of_input(Time::ZERO);
        let last = steps(&mut early).pop().expect("an end");
        assert_eq!(last, r#"Finish(Err("the input ended before an answer came"))"#);

        let mut late = script(PeerRole::Offer);
        late.handle_line(Time::ZERO, ANSWER);
        steps(&mut late);
        late.handle_end_of_input(Time::ZERO);
        assert!(steps(&mut late).is_empty());
    }

    #[test]
    fn the_time_counts_from_the_connection() {
        let mut script = script(PeerRole::Offer);
        assert_eq!(script.deadline(), None);
        script.handle_event(Time::from_secs(60), 0, &ClientEvent::Connected);
        assert_eq!(script.deadline(), Some(Time::from_secs(62)));
        steps(&mut script);
        script.handle_timeout(Time::from_secs(62));
        assert!(steps(&mut script)[0].contains("HangUp"));
        script.handle_call_over(Time::from_secs(62), 0, &CallEnd::Here);
        assert_eq!(steps(&mut script), ["Finish(Ok(()))"]);
    }

    #[test]
    fn a_call_that_never_worked_is_a_failure_however_it_ended() {
        for end in [CallEnd::There, CallEnd::NoWay, CallEnd::WrongFingerprint] {
            let mut script = script(PeerRole::Answer);
            script.handle_call_over(Time::ZERO, 0, &end);
            assert!(steps(&mut script)[0].starts_with("Finish(Err("));
        }
    }
}
