//! Other addresses, and another date, change nothing else.
//!
//! What does follow: addresses and what is computed over them (candidates, integrity, keys) with the
//! addresses; the certificates, and with them the signatures, whose lengths vary by a few bytes, with
//! the date.

use std::time::Duration;

use roomrtc_sim::run::{Outcome, run};
use roomrtc_sim::simulation::RunOptions;
use roomrtc_sim::topology::AddressPlan;
use roomrtc_sim::trace::TraceLevel;

use super::shipping::{assert_held, scenario, shipped};

const NAMES: [&str; 4] = ["connect-lossy", "trickle-late", "rebind", "clog"];

/// Figures that count bytes, those of certificates among them.
const OF_BYTES: [&str; 3] = ["bytes-sent", "send-bit-rate", "overhead"];

fn outcome(name: &str, change: impl Fn(&mut RunOptions)) -> Outcome {
    let (file, cases) = shipped(name);
    let case = cases.last().expect("a case");
    let mut options = RunOptions { level: TraceLevel::Events, ..RunOptions::default() };
    change(&mut options);
    let outcome = run(&scenario(&file, case, 5), 5, &options);
    assert_held(name, case, 5, &outcome);
    outcome
}

/// The events, word by word, without the words that `is_free` to differ.
fn events(outcome: &Outcome, is_free: impl Fn(&str) -> bool) -> Vec<String> {
    let line = |event| {
        let line = outcome.trace.line(event).to_string();
        let words = line.split_whitespace().filter(|word| !is_free(word));
        words.collect::<Vec<_>>().join(" ")
    };
    outcome.trace.events().iter().map(line).collect()
}

fn is_address(word: &str) -> bool {
    word.matches('.').count() >= 3
}

#[test]
fn renaming_addresses_changes_nothing_else() {
    for name in NAMES {
        let first = outcome(name, |_| {});
        let second = outcome(name, |options| options.plan = AddressPlan { variant: 7 });
        assert_ne!(first.trace.hash(), second.trace.hash());
        assert_eq!(first.figures, second.figures, "{name}");
        let is_free = |word: &str| is_address(word) || word.starts_with("hash=");
        assert!(events(&first, is_free) == events(&second, is_free), "{name}");
    }
}

#[test]
fn shifting_the_epoch_changes_nothing_else() {
    for name in NAMES {
        let first = outcome(name, |_| {});
        let year = Duration::from_secs(365 * 86_400);
        let second = outcome(name, |options| options.unix_time += year);
        for (one, other) in first.figures.iter().zip(second.figures.iter()) {
            assert_eq!(one.key, other.key, "{name}");
            let is_same = one.value == other.value;
            assert!(is_same || OF_BYTES.contains(&one.key.name), "{name}: {one:?} {other:?}");
        }
        let sizes = |outcome: &Outcome| outcome.figures.value(Some("caller"), "bytes-sent");
        let (one, other) = (sizes(&first).expect("sent"), sizes(&second).expect("sent"));
        assert!(one.abs_diff(other) <= 64, "{name}: {one} and {other} bytes");
        // Certificates and signatures are in the handshake and in the hash of everything after it.
        let is_free = |word: &str| word.starts_with("hash=") || word.parse::<u32>().is_ok();
        assert!(events(&first, is_free) == events(&second, is_free), "{name}");
    }
}
