//! Packets are late, overtake each other, or wait for room.

use std::time::Duration;

use roomrtc_sim::link::{Jitter, QueueLimit, RateLimit, Reorder};
use roomrtc_sim::quantity::{BitRate, Share, Span};
use roomrtc_sim::scenario::{Scenario, Side};

use super::{call, decodable, held, pairings};
use crate::record_both;

/// Runs each pairing through a network that loses nothing: both ends are to decode everything but
/// what is still on its way in the end, and the first frames, of which some come before the end that
/// hears them is ready.
fn loses_nothing(scenario: &Scenario) {
    for stacks in pairings() {
        for seed in 1..=3 {
            let outcome = held(stacks, scenario, seed);
            for side in Side::ALL {
                let share = decodable(&outcome, side);
                assert!(share >= 90, "{stacks:?}, {seed}: {share} % at the {}", side.name());
            }
        }
    }
}

#[test]
fn a_round_trip_of_50_and_of_200_ms() {
    for round_trip in [50, 200] {
        loses_nothing(&call(round_trip, 10));
    }
}

#[test]
fn jitter_of_30_ms_in_order() {
    loses_nothing(&call(50, 10).link(Jitter::in_order(Span::millis(30))));
}

#[test]
fn packets_that_overtake_each_other() {
    let reorder = Reorder { share: Share::percent(10), by: Span::millis(20), packets: 0 };
    loses_nothing(&call(50, 10).link(reorder));
    record_both("simulated: packets overtake each other", "yes");
}

#[test]
fn a_link_of_one_megabit_a_second() {
    let queue = QueueLimit::millis(300);
    let limit = RateLimit { rate: BitRate::megabits(1), queue, mark_from: None };
    loses_nothing(&call(50, 10).link(limit));
}

#[test]
fn the_first_frame_is_soon_there() {
    for stacks in pairings() {
        let outcome = held(stacks, &call(50, 5), 1);
        for side in Side::ALL {
            let first = outcome.figures.value(Some(side.name()), "first-frame-time");
            let most = Duration::from_secs(1).as_micros() as u64;
            let is_soon = first.is_some_and(|first| first <= most);
            assert!(is_soon, "{stacks:?}: {first:?} at the {}", side.name());
        }
    }
}
