//! What a bad network does to a call is done again as it was.

use roomrtc_sim::attacker::{Attack, AttackerParameters, Flood, Replay as Repeat};
use roomrtc_sim::link::{Corrupt, Duplicate, Jitter, Loss};
use roomrtc_sim::nat::{NatKind, NatParameters};
use roomrtc_sim::quantity::Span;
use roomrtc_sim::recording::{Disclosure, Recording, Replay, ReplayOutcome};
use roomrtc_sim::scenario::{Occurrence, Scenario, Side};

use super::files::record;

/// Records in every way and does it again: every session has to be the same to its end. Gives how
/// many sessions there were.
fn replays(scenario: &Scenario, seed: u64) -> usize {
    let mut sessions = 0;
    for disclosure in Disclosure::ALL {
        let file = record(scenario, seed, disclosure);
        let recording = Recording::read(&file).expect("a recording");
        assert_eq!(recording.damage, None);
        sessions = recording.sessions.len();
        for session in &recording.sessions {
            let outcome = Replay::new(session).finish();
            assert_eq!(outcome, ReplayOutcome::Same, "{disclosure:?} {}", session.opening.name);
        }
    }
    sessions
}

fn short() -> Scenario {
    Scenario::call().lasting(Span::secs(6))
}

#[test]
fn a_lossy_call_is_done_again() {
    for seed in 0..3 {
        assert_eq!(replays(&short().link(Loss::percent(10)), seed), 2);
    }
}

#[test]
fn reordering_and_duplicates_are_done_again() {
    let jitter = Jitter::out_of_order(Span::millis(40));
    assert_eq!(replays(&short().link(jitter).link(Duplicate::percent(5)), 1), 2);
}

#[test]
fn corrupted_packets_are_done_again() {
    assert_eq!(replays(&short().link(Corrupt::percent(5)), 1), 2);
}

#[test]
fn attacks_are_done_again() {
    let mut scenario = short();
    let flood = AttackerParameters::of(Attack::Flood(Flood::default()));
    scenario.attackers.push(AttackerParameters { start: Span::ZERO, ..flood });
    scenario.attackers.push(AttackerParameters::of(Attack::Replay(Repeat::default())));
    assert_eq!(replays(&scenario, 1), 2);
}

#[test]
fn calls_through_nats_and_restarts_are_done_again() {
    let nat = NatParameters::of(NatKind::PORT_RESTRICTED);
    let scenario = Scenario::call().lasting(Span::secs(8)).nat(Side::Caller, nat);
    let restart = Occurrence::RestartIce { of: Side::Caller };
    assert_eq!(replays(&scenario.at(Span::secs(3), restart), 1), 2);
}

#[test]
fn a_call_that_never_connects_is_done_again() {
    let scenario = Scenario::call().up(Side::Called, Loss::percent(100)).lasting(Span::secs(60));
    assert_eq!(replays(&scenario, 1), 2);
}
