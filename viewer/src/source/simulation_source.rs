//! A scenario, run from its seed.

use std::ops::ControlFlow;
use std::time::Duration;

use roomrtc_core::base::Time;
use roomrtc_sim::scenario::Scenario;
use roomrtc_sim::simulation::{RunOptions, Simulation};
use roomrtc_sim::trace::TraceLevel;

use super::{Heading, Listener, Running, Source, Told};

/// A scenario, run from its seed as often as it is told. Copies are kept on the way, so that a moment
/// is never further than a part in [`SimulationSource::MOST_COPIES`] of the run from one.
#[derive(Debug)]
pub struct SimulationSource {
    scenario: Scenario,
    seed: u64,
    heading: Heading,
    /// In the order of their time.
    copies: Vec<Running>,
}

impl SimulationSource {
    /// Copies of the run that are kept at most.
    pub const MOST_COPIES: u32 = 32;

    /// A run that has not begun.
    pub fn new(scenario: Scenario, seed: u64, heading: Heading) -> SimulationSource {
        SimulationSource { scenario, seed, heading, copies: Vec::new() }
    }

    fn end(&self) -> Time {
        Time::ZERO + self.scenario.lasts.duration()
    }

    fn options() -> RunOptions {
        RunOptions { level: TraceLevel::Packets, ..RunOptions::default() }
    }

    /// The run, at the last moment up to `from` that is kept.
    fn running(&self, from: Time) -> Running {
        let kept = self.copies.iter().rev().find(|copy| copy.simulation.now() <= from);
        kept.and_then(Running::snapshot).unwrap_or_else(|| {
            let simulation =
                Simulation::new(&self.scenario, self.seed, &SimulationSource::options());
            Running::new(simulation)
        })
    }

    /// Keeps a copy of a run that has gone on for long enough since the last.
    fn keep(&mut self, running: &Running) {
        let apart = self.scenario.lasts.duration() / SimulationSource::MOST_COPIES;
        let apart = apart.max(Duration::from_millis(100));
        let last = self.copies.last().map_or(Time::ZERO, |copy| copy.simulation.now());
        let has_room = self.copies.len() < SimulationSource::MOST_COPIES as usize;
        if has_room && running.simulation.now() >= last + apart {
            self.copies.extend(running.snapshot());
        }
    }

    fn tell_on(
        &mut self,
        running: &mut Running,
        until: Time,
        listener: &mut dyn Listener,
    ) -> ControlFlow<()> {
        listener.hear(Told::Names(running.simulation.trace().names()))?;
        running.tell_all_states(listener)?;
        while running.step(until, listener).is_continue() {
            self.keep(running);
        }
        listener.hear(Told::Until(running.simulation.now()))
    }
}

impl Source for SimulationSource {
    fn heading(&self) -> &Heading {
        &self.heading
    }

    fn lasts(&self) -> Option<Time> {
        Some(self.end())
    }

    fn tells_losses(&self) -> bool {
        true
    }

    fn tell(&mut self, from: Time, until: Time, listener: &mut dyn Listener) {
        let (end, mut running) = (self.end(), self.running(from));
        let told = self.tell_on(&mut running, until.min(end), listener);
        if told.is_break() || running.simulation.now() < end {
            return;
        }
        let outcome = running.simulation.finish();
        let verdict = format!("verdict: {}", outcome.verdict.name());
        let broken = outcome.violations.iter().map(ToString::to_string);
        let _ = [verdict]
            .into_iter()
            .chain(broken)
            .try_for_each(|note| listener.hear(Told::Note(&note)));
    }
}
