//! Runs for tests.

use std::sync::Arc;

use roomrtc_core::base::Time;
use roomrtc_sim::link::Loss;
use roomrtc_sim::quantity::Span;
use roomrtc_sim::recording::{Disclosure, RecordingMaker};
use roomrtc_sim::run::run;
use roomrtc_sim::scenario::Scenario;
use roomrtc_sim::simulation::RunOptions;
use roomrtc_sim::trace::{Trace, TraceLevel};

use crate::source::{Heading, RecordingSource, SimulationSource, Source};
use crate::timeline::{Timeline, TimelineBuilder};

/// A call of four seconds in which so many packets of a hundred are lost.
pub(crate) fn lossy(percent: u32) -> Scenario {
    Scenario::call().link(Loss::percent(percent)).lasting(Span::secs(4))
}

pub(crate) fn simulated(scenario: &Scenario, seed: u64) -> SimulationSource {
    let heading = Heading { title: "an example".to_owned(), ..Heading::default() };
    SimulationSource::new(scenario.clone(), seed, heading)
}

/// Everything that a source tells.
pub(crate) fn timeline(source: &mut dyn Source) -> Timeline {
    let mut builder = TimelineBuilder::new(source.heading().clone(), source.tells_losses());
    source.tell(Time::ZERO, Time::FAR_FUTURE, &mut builder);
    builder.finish()
}

/// The trace of the same run, from the simulator itself.
pub(crate) fn traced(scenario: &Scenario, seed: u64) -> Trace {
    let options = RunOptions { level: TraceLevel::Packets, ..RunOptions::default() };
    run(scenario, seed, &options).trace
}

/// The recording of a run: of both sides, or of the called side alone.
pub(crate) fn recorded(scenario: &Scenario, seed: u64, is_both: bool) -> Vec<u8> {
    let called = RecordingMaker::new("called", Disclosure::Structure);
    let caller = match is_both {
        true => called.beside("caller"),
        false => RecordingMaker::new("caller", Disclosure::Structure),
    };
    let makers = [Arc::new(caller) as _, Arc::new(called.clone()) as _];
    let options = RunOptions { makers, ..RunOptions::default() };
    // What was recorded is complete once the simulation is gone.
    drop(run(scenario, seed, &options));
    called.file()
}

pub(crate) fn replayed(bytes: Vec<u8>) -> RecordingSource {
    RecordingSource::new(bytes, "example.call", None).expect("a recording")
}
