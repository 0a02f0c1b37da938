//! Running a scenario, and what came of it.

mod outcome;
mod predicting;
mod verdict;

pub use outcome::Outcome;
pub use predicting::prediction;
pub use verdict::Verdict;

use crate::scenario::Scenario;
use crate::simulation::{RunOptions, Simulation};

/// Runs a scenario from its seed to its end.
pub fn run(scenario: &Scenario, seed: u64, options: &RunOptions) -> Outcome {
    let mut simulation = Simulation::new(scenario, seed, options);
    simulation.run();
    simulation.finish()
}
