//! Calls, whole.

use roomrtc_core::base::Time;

use super::{RunOptions, Simulation};
use crate::attacker::{Attack, AttackerParameters, Flood, Replay};
use crate::link::{Jitter, Loss};
use crate::nat::{NatKind, NatParameters};
use crate::quantity::{BitRate, Span};
use crate::run::{Outcome, Verdict, run};
use crate::scenario::{Occurrence, Prospect, Scenario, Side};
use crate::trace::{Direction, SignallingEvent, TraceLevel, What};

fn held(scenario: &Scenario, seed: u64) -> Outcome {
    let outcome = scenario.run(seed);
    assert_eq!(outcome.verdict, Verdict::Held, "{:#?}", outcome.violations);
    outcome
}

#[test]
fn a_clean_call_shows_every_frame() {
    let outcome = held(&Scenario::call(), 1);
    for side in ["caller", "called"] {
        let value = |name| outcome.figures.value(Some(side), name);
        assert_eq!(value("frames-skipped"), Some(0));
        assert!(value("frames-received") > Some(280), "{:?}", value("frames-received"));
        assert!(value("connect-round-trips") <= Some(300), "{:?}", value("connect-round-trips"));
    }
}

#[test]
fn the_same_seed_gives_the_same_trace_and_another_another() {
    let scenario = Scenario::call().link(Loss::percent(5));
    let hash = |seed| held(&scenario, seed).trace.hash();
    assert_eq!(hash(1), hash(1));
    assert_ne!(hash(1), hash(2));
}

#[test]
fn half_a_run_a_snapshot_and_the_other_half_equal_the_whole() {
    let scenario = Scenario::call().link(Loss::percent(5));
    let whole = scenario.run(3).trace.hash();
    for millis in [100, 230, 5_000] {
        let mut first = Simulation::new(&scenario, 3, &RunOptions::default());
        first.run_until(Time::from_millis(millis));
        let mut second = first.snapshot().expect("the core can be copied");
        drop(first);
        second.run();
        assert_eq!(second.finish().trace.hash(), whole, "{millis} ms");
    }
}

#[test]
fn frames_go_on_flowing_through_loss() {
    let mut scenario = Scenario::call().link(Loss::percent(5));
    for side in Side::ALL {
        scenario.host_mut(side).media.bit_rate = BitRate::kilobits(300);
    }
    let outcome = held(&scenario, 7);
    assert!(outcome.figures.value(Some("called"), "frames-received") > Some(100));
    assert!(outcome.ledger.committed() > 20);
}

#[test]
fn a_side_that_hears_nothing_does_not_connect() {
    let scenario = Scenario::call().up(Side::Called, Loss::percent(100));
    let scenario = scenario.lasting(Span::secs(60)).expecting(Prospect::Fails);
    held(&scenario, 1);
}

#[test]
fn a_call_survives_its_server() {
    let lasts = Span::secs(2);
    held(&Scenario::call().at(Span::secs(4), Occurrence::RestartServer { lasts }), 1);
}

/// The times at which answers have arrived, in seconds.
fn answers(outcome: &Outcome) -> Vec<u64> {
    let is_answer = |what: &What| match what {
        What::Signalling(event) => {
            event.message == SignallingEvent::ANSWER && event.direction == Direction::Received
        }
        _ => false,
    };
    let answers = outcome.trace.events().iter().filter(|event| is_answer(&event.what));
    answers.map(|event| event.time.as_millis() / 1_000).collect()
}

/// Either side loses its connection, then the server its memory, then both their connections; in
/// between, an offer of each side finds its answer through the call that was rejoined.
#[test]
fn a_call_is_rejoined_whoever_was_lost_and_its_media_go_on() {
    let disconnect = |of| Occurrence::Disconnect { of };
    let offer = |of| Occurrence::Offer { of };
    let scenario = Scenario::call()
        .lasting(Span::secs(30))
        .at(Span::secs(3), disconnect(Side::Caller))
        .at(Span::secs(7), offer(Side::Called))
        .at(Span::secs(9), disconnect(Side::Called))
        .at(Span::secs(12), offer(Side::Caller))
        .at(Span::secs(14), Occurrence::RestartServer { lasts: Span::secs(2) })
        .at(Span::secs(20), offer(Side::Called))
        .at(Span::secs(22), disconnect(Side::Caller))
        .at(Span::millis(22_500), disconnect(Side::Called))
        .at(Span::secs(27), offer(Side::Caller));
    let options = RunOptions { level: TraceLevel::Events, ..RunOptions::default() };
    let outcome = run(&scenario, 1, &options);
    assert_eq!(outcome.verdict, Verdict::Held, "{:#?}", outcome.violations);
    assert_eq!(answers(&outcome)[1..], [7, 12, 20, 27]);
    for side in ["caller", "called"] {
        assert_eq!(outcome.figures.value(Some(side), "frames-skipped"), Some(0), "{side}");
    }
}

/// What is sent while the other side is away waits for it.
#[test]
fn an_offer_to_a_side_that_is_away_is_answered_when_it_is_back() {
    let scenario = Scenario::call()
        .lasting(Span::secs(14))
        .at(Span::secs(5), Occurrence::Disconnect { of: Side::Called })
        .at(Span::millis(5_500), Occurrence::Offer { of: Side::Caller });
    let options = RunOptions { level: TraceLevel::Events, ..RunOptions::default() };
    let outcome = run(&scenario, 1, &options);
    assert_eq!(outcome.verdict, Verdict::Held, "{:#?}", outcome.violations);
    assert_eq!(answers(&outcome).len(), 2);
}

#[test]
fn a_sleeping_host_comes_back() {
    let lasts = Span::secs(5);
    let sleep = Occurrence::Suspend { of: Side::Called, lasts };
    held(&Scenario::call().lasting(Span::secs(30)).at(Span::secs(4), sleep), 1);
}

#[test]
fn nats_that_can_be_crossed_are_crossed() {
    let kind = NatParameters::of;
    let scenario = Scenario::call().lasting(Span::secs(20));
    let scenario = scenario.nat(Side::Caller, kind(NatKind::PORT_RESTRICTED));
    held(&scenario.clone().nat(Side::Called, kind(NatKind::PORT_RESTRICTED)), 1);
    let outcome = held(&scenario.nat(Side::Called, kind(NatKind::SYMMETRIC)), 1);
    assert!(!outcome.prediction.connects());
}

#[test]
fn jitter_costs_no_frame() {
    let jitter = Jitter::in_order(Span::millis(30));
    let outcome = held(&Scenario::call().link(jitter), 1);
    assert_eq!(outcome.figures.value(Some("called"), "frames-skipped"), Some(0));
}

#[test]
fn a_flood_of_forgeries_changes_nothing() {
    let mut scenario = Scenario::call();
    let flood = Attack::Flood(Flood::default());
    scenario.attackers.push(AttackerParameters {
        rate: 500,
        start: Span::secs(2),
        ..AttackerParameters::of(flood)
    });
    scenario.attackers.push(AttackerParameters::of(Attack::Replay(Replay::default())));
    let outcome = held(&scenario, 1);
    assert!(outcome.trace.tally().events() > 5_000);
}

#[test]
fn the_faults_of_a_run_make_it_again() {
    let lasts = Span::millis(500);
    let jitter = Jitter::out_of_order(Span::millis(20));
    let scenario = Scenario::call().link(Loss::percent(3)).link(jitter).lasting(Span::secs(4));
    let scenario = scenario.at(Span::secs(2), Occurrence::Suspend { of: Side::Caller, lasts });
    let drawn = scenario.run(5);
    let faults = Some(drawn.ledger.faults().to_vec());
    let run = |faults| run(&scenario, 5, &RunOptions { faults, ..RunOptions::default() });
    assert_eq!(run(faults).trace.hash(), drawn.trace.hash());
    assert_ne!(run(Some(Vec::new())).trace.hash(), drawn.trace.hash());
}
