//! What ships, to be run.

use std::path::PathBuf;

use roomrtc_sim::run::{Outcome, run};
use roomrtc_sim::scenario::Scenario;
use roomrtc_sim::scenario::format::{Case, Overrides, ScenarioFile};
use roomrtc_sim::simulation::RunOptions;

/// The folder of the scenarios that ship.
pub(super) fn folder() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("sim/scenarios")
}

/// A shipped scenario's file, and its cases.
pub(super) fn shipped(name: &str) -> (ScenarioFile, Vec<Case>) {
    let path = folder().join(format!("{name}.toml"));
    let text = std::fs::read_to_string(&path).expect("a scenario that ships");
    let file = ScenarioFile::parse(&text).expect(name);
    let cases = file.cases(&Overrides::default()).expect(name);
    (file, cases)
}

pub(super) fn scenario(file: &ScenarioFile, case: &Case, seed: u64) -> Scenario {
    file.instantiate(seed, case, &Overrides::default()).expect("a scenario")
}

#[track_caller]
pub(super) fn assert_held(name: &str, case: &Case, seed: u64, outcome: &Outcome) {
    let violations: Vec<String> = outcome.violations.iter().map(ToString::to_string).collect();
    assert!(outcome.holds(), "{name} [{case}] seed {seed}: {violations:#?}");
}

/// Runs one case of a shipped scenario, which has to hold.
#[track_caller]
pub(super) fn held(name: &str, file: &ScenarioFile, case: &Case, seed: u64) -> Outcome {
    let outcome = run(&scenario(file, case, seed), seed, &RunOptions::default());
    assert_held(name, case, seed, &outcome);
    outcome
}
