//! Doing a session again.

use std::sync::Arc;

use roomrtc_core::base::Time;
use roomrtc_core::crypto::Witness;
use roomrtc_core::session::{Command, Input, Peer, PeerConfig};

use super::{
    Content, Difference, Outputs, PlayingWitness, PollKind, RecordedSession, ReplayOutcome,
    ReplayedStep, Step, Steps, ending,
};

/// Feeds the inputs of a recorded session to a new one and compares what comes out.
#[derive(Debug)]
pub struct Replay<'a> {
    peer: Peer,
    witness: Arc<PlayingWitness>,
    content: Content,
    steps: Steps<'a>,
    ending: Option<u64>,
    next_number: u64,
    /// When the last step was.
    now: Time,
    outcome: Option<ReplayOutcome>,
}

impl<'a> Replay<'a> {
    /// A replay that has not begun.
    pub fn new(session: &RecordedSession<'a>) -> Replay<'a> {
        Replay::changed(session, |config| config)
    }

    /// A replay with another configuration: to see what it would have changed.
    pub fn changed(
        session: &RecordedSession<'a>,
        change: impl FnOnce(PeerConfig) -> PeerConfig,
    ) -> Replay<'a> {
        let opening = &session.opening;
        let content = opening.content();
        let witness = Arc::new(PlayingWitness::new(content));
        let mut config = change(opening.config.clone());
        config.witness = Witness::new(Arc::clone(&witness) as _);
        config.certificate = opening.stand_in();
        config.gives_out_keys = true;
        Replay {
            peer: Peer::new(config, opening.seed(), opening.begins),
            witness,
            content,
            steps: Steps::new(opening.begins, session.chunks.clone()),
            ending: session.ending,
            next_number: 0,
            now: opening.begins,
            outcome: None,
        }
    }

    /// The session as it is now.
    pub fn peer(&self) -> &Peer {
        &self.peer
    }

    /// How many steps were done.
    pub fn steps(&self) -> u64 {
        self.next_number
    }

    /// How it ended, once it has.
    pub fn outcome(&self) -> Option<&ReplayOutcome> {
        self.outcome.as_ref()
    }

    /// Does all that is left.
    pub fn finish(mut self) -> ReplayOutcome {
        while self.next_step().is_some() {}
        self.outcome.unwrap_or(ReplayOutcome::SameSoFar)
    }

    /// Does the next step. `None` once there is an outcome: at the end, at the first difference,
    /// or where the recording cannot be read on. The step that differs is still given out.
    pub fn next_step(&mut self) -> Option<ReplayedStep> {
        if self.outcome.is_some() {
            return None;
        }
        match self.steps.next() {
            Ok(Some(step)) => Some(self.do_step(step)),
            Ok(None) => {
                self.outcome = Some(self.compare_ending());
                None
            }
            Err(error) => {
                self.outcome = Some(ReplayOutcome::Unreadable(error));
                None
            }
        }
    }

    fn do_step(&mut self, step: Step) -> ReplayedStep {
        let number = self.next_number;
        self.next_number += 1;
        self.now = step.at;
        self.witness.lay_out(step.results);
        let mut outputs = Outputs::default();
        if let Some(input) = step.input.as_input() {
            self.take_input(step.at, input, &mut outputs);
        }
        let mut replayed = ReplayedStep {
            number,
            at: step.at,
            input: step.input,
            events: Vec::new(),
            frames: Vec::new(),
            transmits: Vec::new(),
        };
        if let Some(recorded) = &step.outputs {
            self.poll_as(recorded, &mut outputs, &mut replayed);
            self.compare(recorded, &mut outputs, &replayed);
        }
        replayed
    }

    fn take_input(&mut self, at: Time, input: Input<'_>, outputs: &mut Outputs) {
        if let Input::Command(Command::SetRemoteDescription { sdp, .. }) = &input {
            self.witness.learn(sdp);
        }
        if let Err(error) = self.peer.handle(at, input) {
            outputs.note_refusal(&error);
        }
    }

    /// Asks for everything in the order in which it was asked for.
    fn poll_as(&mut self, recorded: &Outputs, outputs: &mut Outputs, step: &mut ReplayedStep) {
        for run in &recorded.runs {
            for _ in 0..run.polls() {
                let is_found = match run.kind {
                    PollKind::Event => self.poll_event(outputs, step),
                    PollKind::Frame => self.poll_frame(outputs, step),
                    PollKind::Packet => self.poll_packet(outputs),
                    PollKind::Transmit => self.poll_transmit(outputs, step),
                };
                if !is_found {
                    outputs.note_nothing(run.kind);
                    break;
                }
            }
        }
    }

    fn poll_event(&mut self, outputs: &mut Outputs, step: &mut ReplayedStep) -> bool {
        let Some(event) = self.peer.poll_event() else { return false };
        outputs.note_event(&event);
        step.events.push(event);
        true
    }

    fn poll_frame(&mut self, outputs: &mut Outputs, step: &mut ReplayedStep) -> bool {
        let mut bytes = Vec::new();
        let Some(frame) = self.peer.poll_frame(&mut bytes) else { return false };
        outputs.note_frame(&frame, &bytes, self.content);
        step.frames.push(frame);
        true
    }

    fn poll_packet(&mut self, outputs: &mut Outputs) -> bool {
        let mut bytes = Vec::new();
        let Some(packet) = self.peer.poll_packet(&mut bytes) else { return false };
        outputs.note_packet(&packet, &bytes, self.content);
        true
    }

    fn poll_transmit(&mut self, outputs: &mut Outputs, step: &mut ReplayedStep) -> bool {
        let mut bytes = Vec::new();
        let Some(transmit) = self.peer.poll_transmit(&mut bytes) else { return false };
        outputs.note_transmit(&transmit, &bytes, self.content);
        step.transmits.push((transmit, bytes));
        true
    }

    fn compare(&mut self, recorded: &Outputs, outputs: &mut Outputs, step: &ReplayedStep) {
        let (sealed, mismatch) = self.witness.take();
        outputs.sealed = sealed;
        outputs.deadline = self.peer.deadline();
        if let Some(detail) = mismatch.or_else(|| recorded.difference(outputs)) {
            let (number, input) = (step.number, step.input.name());
            let difference = Difference { step: number, at: step.at, input, detail };
            self.outcome = Some(ReplayOutcome::Different(difference));
        }
    }

    fn compare_ending(&self) -> ReplayOutcome {
        let Some(recorded) = self.ending else { return ReplayOutcome::SameSoFar };
        if ending::hash(&self.peer.statistics()) == recorded {
            return ReplayOutcome::Same;
        }
        ReplayOutcome::Different(Difference {
            step: self.next_number,
            at: self.now,
            input: "the end",
            detail: "the session has counted something else".to_owned(),
        })
    }
}
