//! Nothing passes for some seconds.

use roomrtc_sim::link::Blackout;
use roomrtc_sim::quantity::Span;
use roomrtc_sim::scenario::Side;

use super::{call, held, pairings};
use crate::record_both;

#[test]
fn the_picture_is_back_soon_after_three_seconds() {
    for stacks in pairings() {
        for seed in 1..=2 {
            let dark = Blackout::between(Span::secs(4), Span::secs(7));
            let mut scenario = call(50, 14).link(dark);
            scenario.expect.recovers_within = Span::secs(3);
            held(stacks, &scenario, seed);
        }
    }
    record_both("simulated: nothing passes for 3 s", "yes");
}

#[test]
fn and_after_three_seconds_in_one_direction() {
    for stacks in pairings() {
        for side in Side::ALL {
            let dark = Blackout::between(Span::secs(4), Span::secs(7));
            let mut scenario = call(50, 14).up(side, dark);
            scenario.expect.recovers_within = Span::secs(3);
            held(stacks, &scenario, 1);
        }
    }
}
