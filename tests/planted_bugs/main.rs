//! A test of the tests: the simulator catches every bug that is planted in the core.
//!
//! A [`Trial`] is a scenario that holds with the core as it is, and the bugs with each of which it
//! does not. What catches them are the oracles of every run and the expectations of the scenario;
//! nothing here looks into a run by itself. `cargo test -p roomrtc-planted-bugs -- --nocapture`
//! prints which oracle has caught which bug.

mod attacks;
mod engines;
mod handshake;
mod ice;
mod media;
mod trial;

use std::collections::BTreeSet;

use roomrtc_core::planted_bugs::PlantedBug;
use trial::Trial;

fn catch(trials: &[Trial]) {
    let (mut table, mut missed) = (String::new(), Vec::new());
    for trial in trials {
        let (caught, escaped) = trial.run();
        table.push_str(&caught);
        missed.extend(escaped);
    }
    print(&table);
    assert!(missed.is_empty(), "{}", missed.join("\n"));
}

#[expect(clippy::print_stdout, reason = "the table is what a reader of the test wants to see")]
fn print(lines: &str) {
    print!("{lines}");
}

#[test]
fn bugs_of_ice_are_caught() {
    catch(ice::TRIALS);
}

#[test]
fn bugs_of_the_handshake_are_caught() {
    catch(handshake::TRIALS);
}

#[test]
fn bugs_of_media_are_caught() {
    catch(media::TRIALS);
}

#[test]
fn bugs_that_help_an_attacker_are_caught() {
    catch(attacks::TRIALS);
}

#[test]
fn every_bug_is_tried() {
    let trials = [ice::TRIALS, handshake::TRIALS, media::TRIALS, attacks::TRIALS];
    let tried = trials.into_iter().flatten().flat_map(|trial| trial.bugs);
    let tried: BTreeSet<PlantedBug> = tried.copied().collect();
    let missed: Vec<_> = PlantedBug::ALL.iter().filter(|bug| !tried.contains(bug)).collect();
    assert!(missed.is_empty(), "{missed:?}");
    assert!(PlantedBug::ALL.len() >= 45, "{}", PlantedBug::ALL.len());
}
