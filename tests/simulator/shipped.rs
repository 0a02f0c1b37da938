//! Every scenario that ships holds.

use super::shipping::{folder, held, shipped};

/// Cases of each file that are tried, evenly spaced.
const MOST_CASES: usize = 12;

/// The names of all that ship.
fn names() -> Vec<String> {
    let entries = std::fs::read_dir(folder()).expect("the folder");
    let paths = entries.map(|entry| entry.expect("an entry").path());
    let files = paths.filter(|path| path.extension().is_some_and(|extension| extension == "toml"));
    let stem = |path: std::path::PathBuf| {
        path.file_stem().and_then(|stem| stem.to_str()).map(str::to_owned)
    };
    let mut names: Vec<String> = files.filter_map(stem).collect();
    names.sort();
    names
}

#[test]
fn every_scenario_that_ships_holds() {
    let names = names();
    assert!(names.iter().any(|name| name == "connect-clean"));
    for name in &names {
        let (file, cases) = shipped(name);
        assert!(!file.about().is_empty());
        let step = cases.len().div_ceil(MOST_CASES).max(1);
        for case in cases.iter().step_by(step) {
            (1..=2).for_each(|seed| drop(held(name, &file, case, seed)));
        }
    }
}

#[test]
fn those_on_connecting_are_there() {
    let names = names();
    for name in [
        "connect-clean",
        "drop-each",
        "connect-lossy",
        "small-mtu",
        "early-media",
        "role-conflict",
        "trickle-late",
        "flood",
        "reflect",
        "bit-flip",
        "nat-matrix",
        "hairpin",
        "carrier-nat",
        "rebind",
        "restart",
        "consent-lost",
        "clog",
    ] {
        assert!(names.iter().any(|known| known == name), "{name}");
    }
}
