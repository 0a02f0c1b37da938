//! Doing a recording again, with a trace of it.

use roomrtc_core::base::Time;
use roomrtc_core::session::Inspection;

use super::{
    InFlight, RecordedInput, Recording, Replay, ReplayOutcome, ReplayedStep, Retraced, RetracedRun,
};
use crate::trace::{Happening, Place, Trace, TraceEvent, TraceLevel, What};

/// Does the sessions of a recording again, side by side in the order of their steps, and writes
/// down what happens as runs of the simulator do, for the same charts and captures.
///
/// The host of a session has the session's place in the recording; what it receives that no other
/// session of the recording has sent is said to be sent, as it arrives, by a host of its own.
/// Frames that are received count from the arrival of their first packet: when they were sent is
/// not known where they arrive.
#[derive(Debug)]
pub struct Retrace<'a> {
    pub(super) runs: Vec<RetracedRun<'a>>,
    pub(super) trace: Trace,
    pub(super) in_flight: InFlight,
    pub(super) packets: u64,
    pub(super) now: Time,
}

impl<'a> Retrace<'a> {
    /// A retrace that has not begun.
    pub fn new(recording: &Recording<'a>, level: TraceLevel) -> Retrace<'a> {
        let mut trace = Trace::new(level);
        let count = recording.sessions.len();
        let runs = recording.sessions.iter().enumerate().map(|(index, session)| {
            let name = &session.opening.name;
            trace.name(Place::Host(index), name.clone());
            trace.name(Place::Host(count + index), format!("other side of {name}"));
            let mut replay = Replay::new(session);
            let step = replay.next_step();
            RetracedRun {
                replay,
                step,
                inspection: None,
                samples_at: session.opening.begins,
                frames_sent: 0,
                frames_received: 0,
                holds_keys: session.opening.disclosure.has_keys(),
                gave_keys: false,
            }
        });
        let runs = runs.collect();
        Retrace { runs, trace, in_flight: InFlight::default(), packets: 0, now: Time::ZERO }
    }

    /// Does the next step of the session whose step comes first. False at the end.
    pub fn next_step(&mut self) -> bool {
        let steps = self.runs.iter().enumerate();
        let steps = steps.filter_map(|(index, run)| {
            let step = run.step.as_ref()?;
            // At one and the same time sending comes before receiving.
            Some((step.at, self.waits_for_sender(&step.input), index))
        });
        let Some((at, _, index)) = steps.min() else { return false };
        self.now = self.now.max(at);
        if let Some(step) = self.runs[index].step.take() {
            self.trace_step(index, step);
        }
        self.runs[index].step = self.runs[index].replay.next_step();
        true
    }

    /// What happened so far.
    pub const fn trace(&self) -> &Trace {
        &self.trace
    }

    /// Takes out what happened since the last time: [`Trace::take_events`].
    pub fn take_events(&mut self) -> Vec<TraceEvent> {
        self.trace.take_events()
    }

    /// When the last step was.
    pub const fn now(&self) -> Time {
        self.now
    }

    /// By session, the states of its parts after its last step; `None` before the first.
    pub fn inspections(&self) -> impl Iterator<Item = Option<&Inspection>> {
        self.runs.iter().map(|run| run.inspection.as_ref())
    }

    fn waits_for_sender(&self, input: &RecordedInput) -> bool {
        match input {
            RecordedInput::Datagram { local, remote, payload, .. } => {
                self.runs.len() > 1 && !self.in_flight.has(*remote, *local, payload)
            }
            _ => false,
        }
    }

    /// Does all that is left.
    pub fn finish(mut self) -> Retraced {
        while self.next_step() {}
        for index in 0..self.runs.len() {
            self.end(index);
        }
        let steps = self.runs.iter().map(|run| run.replay.steps()).collect();
        let outcomes = self.runs.into_iter().map(|run| {
            let outcome = run.replay.outcome().cloned();
            outcome.unwrap_or(ReplayOutcome::SameSoFar)
        });
        Retraced { outcomes: outcomes.collect(), steps, trace: self.trace, end: self.now }
    }

    fn end(&mut self, index: usize) {
        let run = &self.runs[index];
        self.trace.conclude(index, &run.replay.peer().statistics());
        if let Some(ReplayOutcome::Different(difference)) = run.replay.outcome() {
            let happening = Happening::occurs("difference", difference.to_string());
            self.trace.record(self.now, Place::Host(index), What::Happening(happening));
        }
    }

    fn trace_step(&mut self, index: usize, step: ReplayedStep) {
        self.trace_input(index, &step.input);
        for event in step.events {
            self.trace_event(index, event);
        }
        for frame in &step.frames {
            self.trace_frame(index, frame);
        }
        for (transmit, bytes) in &step.transmits {
            self.trace_transmit(index, transmit, bytes);
        }
        self.sample(index);
        self.keep_keys(index);
        self.runs[index].inspection = Some(self.runs[index].replay.peer().inspect());
    }
}
