//! One scenario and the bugs that it brings to light.

use std::fmt::Write as _;

use roomrtc_core::planted_bugs::{PlantedBug, Planting};
use roomrtc_sim::run::{Outcome, run};
use roomrtc_sim::scenario::Scenario;
use roomrtc_sim::simulation::RunOptions;

/// A scenario that holds without a bug, and does not with any of these.
pub(crate) struct Trial {
    /// What happens, in a few words.
    pub(crate) name: &'static str,
    /// The scenario, as in a scenario file.
    pub(crate) scenario: &'static str,
    pub(crate) seed: u64,
    /// What else is special about the run, if not everything is as usual.
    pub(crate) options: fn() -> RunOptions,
    pub(crate) bugs: &'static [PlantedBug],
}

impl Trial {
    fn outcome(&self, bug: Option<PlantedBug>) -> Outcome {
        let scenario: Scenario = match toml::from_str(self.scenario) {
            Ok(scenario) => scenario,
            Err(error) => panic!("{}: {error}", self.name),
        };
        let _planting = Planting::new(bug);
        run(&scenario, self.seed, &(self.options)())
    }

    /// Runs the scenario without a bug, then with each: a line for each bug with the oracle that has
    /// caught it, and a line for each that has escaped.
    pub(crate) fn run(&self) -> (String, Vec<String>) {
        let clean = self.outcome(None);
        if !clean.holds() {
            let broken = clean.violations.iter().map(ToString::to_string);
            let broken: Vec<String> = broken.take(3).collect();
            return (String::new(), vec![format!("{}: {}", self.name, broken.join("; "))]);
        }
        let (mut caught, mut escaped) = (String::new(), Vec::new());
        for bug in self.bugs {
            let name = bug.name();
            match self.outcome(Some(*bug)).violations.first() {
                Some(violation) => {
                    let by = format!("{} ({})", violation.oracle, violation.rule.name());
                    let _infallible = writeln!(caught, "{name:<30} {by:<26} {}", self.name);
                }
                None => escaped.push(format!("{name} is not caught by: {}", self.name)),
            }
        }
        (caught, escaped)
    }
}
