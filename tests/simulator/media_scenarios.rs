//! The scenarios that ship about media and whole systems: what they expect holds for any seed.

use roomrtc_sim::run::Outcome;
use roomrtc_sim::scenario::Scenario;
use roomrtc_sim::scenario::format::{Case, Overrides, ScenarioFile};
use roomrtc_sim::scenario::shipped_file;

fn file(name: &str) -> ScenarioFile {
    shipped_file(name).expect("it ships").expect("it is a scenario")
}

fn run(file: &ScenarioFile, case: &Case, seed: u64) -> Outcome {
    let scenario: Scenario =
        file.instantiate(seed, case, &Overrides::default()).expect("it resolves");
    scenario.run(seed)
}

/// Runs every case of a scenario from these seeds, and counts the runs.
fn hold(name: &str, seeds: std::ops::Range<u64>) -> u64 {
    let file = file(name);
    let mut runs = 0;
    for case in file.cases(&Overrides::default()).expect("cases") {
        for seed in seeds.clone() {
            let outcome = run(&file, &case, seed);
            let violations = &outcome.violations;
            assert!(outcome.holds(), "{name} [{case}] --seed {seed}: {violations:#?}");
            runs += 1;
        }
    }
    runs
}

#[test]
fn scenarios_about_media_hold() {
    for name in
        ["loss", "repair", "presets", "reorder", "duplicate", "rtcp-blackout", "pli-storm", "bloat"]
    {
        hold(name, 0..3);
    }
}

#[test]
fn scenarios_about_hosts_and_servers_hold() {
    for name in ["clock", "outage", "server-restart"] {
        hold(name, 0..3);
    }
}

#[test]
fn a_burst_at_every_place_is_repaired_in_time() {
    assert_eq!(hold("burst", 1..2), 48 * 32);
    assert_eq!(hold("burst-long", 1..2), 16 * 32);
}

#[test]
fn long_calls_wrap_their_counters() {
    hold("wrap", 1..2);
}

/// The seeds of the sweep that the tests do; the program does as many as time allows.
const SWEEP: u64 = 150;

#[test]
fn a_sweep_of_the_swarm_holds() {
    let runs = hold("swarm", 0..SWEEP);
    assert_eq!(runs, SWEEP);
    let mut output = std::io::stdout().lock();
    std::io::Write::write_fmt(&mut output, format_args!("swarm: {runs} seeds held\n"))
        .expect("standard output");
}
