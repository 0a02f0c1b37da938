//! In the simulator, over networks that lose, delay and hold back.
//!
//! The simulator's oracles judge both ends: ours by everything, the other by what every stack is
//! held to. That frames are whole, in order and go on flowing is asked of both.

mod delays;
mod handshakes;
mod losses;
mod nats;
mod outages;
mod settling;

use roomrtc_sim::quantity::{BitRate, Span};
use roomrtc_sim::run::{Outcome, Verdict, run};
use roomrtc_sim::scenario::{Prospect, Scenario, Side};
use roomrtc_sim::simulation::RunOptions;
use roomrtc_stacks::Stack;

/// Every call in which one end is ours, and the other another stack's.
fn pairings() -> impl Iterator<Item = [Stack; 2]> {
    Stack::FOREIGN.into_iter().flat_map(|other| [[Stack::Ours, other], [other, Stack::Ours]])
}

/// A call of 500 kbit/s each way and a round trip of this length, which is to connect.
fn call(round_trip: u64, lasts: u64) -> Scenario {
    let scenario = Scenario::default().round_trip_of(Span::millis(round_trip));
    let mut scenario = scenario.lasting(Span::secs(lasts)).expecting(Prospect::Connects);
    for side in Side::ALL {
        scenario.host_mut(side).media.bit_rate = BitRate::kilobits(500);
    }
    scenario
}

/// Runs a scenario in which everything is to hold.
fn held(stacks: [Stack; 2], scenario: &Scenario, seed: u64) -> Outcome {
    let options = RunOptions { makers: stacks.map(Stack::maker), ..RunOptions::default() };
    let outcome = run(scenario, seed, &options);
    let [caller, called] = stacks;
    let violations = &outcome.violations;
    assert_eq!(outcome.verdict, Verdict::Held, "{caller} calls {called}, {seed}: {violations:#?}");
    outcome
}

/// The share of the frames sent by the other side that a side could decode, in percent.
fn decodable(outcome: &Outcome, side: Side) -> u64 {
    let value = |side: Side, name| outcome.figures.value(Some(side.name()), name).unwrap_or(0);
    value(side, "frames-received") * 100 / value(side.other(), "frames-sent").max(1)
}
