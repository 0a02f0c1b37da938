//! The traces of fixed seeds: the same everywhere, whatever is kept of them.

use std::fmt::Write;

use insta::assert_snapshot;
use roomrtc_sim::run::run;
use roomrtc_sim::simulation::RunOptions;
use roomrtc_sim::trace::TraceLevel;

use super::shipping::{held, scenario, shipped};

const NAMES: [&str; 8] = [
    "connect-clean",
    "connect-lossy",
    "early-media",
    "flood",
    "rebind",
    "restart",
    "small-mtu",
    "trickle-late",
];

#[test]
fn the_traces_of_fixed_seeds() {
    let mut output = String::new();
    for name in NAMES {
        let (file, cases) = shipped(name);
        let case = cases.last().expect("a case");
        for seed in [1, 2] {
            let hash = held(name, &file, case, seed).trace.hash();
            writeln!(output, "{name} {seed} {hash:016x}").expect("a string");
        }
    }
    assert_snapshot!(output);
}

#[test]
fn what_is_kept_of_a_trace_does_not_change_its_hash() {
    for name in ["connect-lossy", "flood"] {
        let (file, cases) = shipped(name);
        let scenario = scenario(&file, &cases[0], 3);
        let hash = |level| {
            let options = RunOptions { level, ..RunOptions::default() };
            run(&scenario, 3, &options).trace.hash()
        };
        let hashes = [TraceLevel::Hash, TraceLevel::Events, TraceLevel::Packets].map(hash);
        assert_eq!(hashes, [hashes[0]; 3], "{name}");
    }
}
