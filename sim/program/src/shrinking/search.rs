//! The search for the smallest set of faults.

use std::time::{Duration, Instant};

use indicatif::ProgressBar;
use roomrtc_sim::ledger::Fault;
use roomrtc_sim::oracle::Rule;
use roomrtc_sim::scenario::Scenario;
use roomrtc_sim::shrink::Shrinker;
use roomrtc_sim::simulation::RunOptions;

use crate::attempting::attempt;

/// A run that fails, and in what way.
#[derive(Debug)]
pub(super) struct Search<'a> {
    pub(super) scenario: &'a Scenario,
    pub(super) seed: u64,
    /// The rule that is broken, and the oracle that says so.
    pub(super) failing: (Rule, &'static str),
}

impl Search<'_> {
    /// Runs that are tried at most.
    const MOST_TRIALS: u32 = 100_000;

    /// Searches until nothing can be left out, or `limit` has passed.
    pub(super) fn run(&self, faults: &[Fault], limit: Duration) -> Shrinker {
        let mut shrinker = Shrinker::new(faults.to_vec(), Search::MOST_TRIALS);
        let (begun, bar) = (Instant::now(), ProgressBar::new_spinner());
        while begun.elapsed() < limit
            && let Some(trial) = shrinker.next_trial()
        {
            let trial = trial.to_vec();
            let fails = self.fails(self.scenario, Some(trial));
            shrinker.report(fails);
            let (trials, left) = (shrinker.trials(), shrinker.best().len());
            bar.set_message(format!("{trials} runs tried, {left} faults left"));
            bar.tick();
        }
        bar.finish_and_clear();
        shrinker
    }

    /// Whether a scenario fails in the same way, with these faults if any are given.
    pub(super) fn fails(&self, scenario: &Scenario, faults: Option<Vec<Fault>>) -> bool {
        let options = RunOptions { faults, ..RunOptions::default() };
        attempt(scenario, self.seed, &options, |_| {}).failing() == Some(self.failing)
    }
}
