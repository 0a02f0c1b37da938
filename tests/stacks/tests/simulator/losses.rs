//! Packets are lost at random.

use roomrtc_sim::link::{LinkParameters, Loss, Selection};
use roomrtc_sim::quantity::Span;
use roomrtc_sim::scenario::Side;
use roomrtc_stacks::Stack;

use super::{call, decodable, held, pairings};
use crate::record_both;

/// Runs each pairing through this loss both ways, from its first packet on, or with rtc from the first
/// second on (in the handshake a loss can stall it, see [`super::handshakes`]); both ends are to
/// decode at least this share of all frames, in percent.
fn survives(percent: u32, least: u64) {
    for stacks in pairings() {
        for seed in 1..=3 {
            let since = stacks.contains(&Stack::Rtc).then_some(Span::secs(1));
            let only = Selection { since, ..Selection::default() };
            let lost = LinkParameters::new(Loss::percent(percent)).only(only);
            let mut scenario = call(50, 20).link(lost);
            scenario.expect.recovers_within = Span::secs(10);
            let outcome = held(stacks, &scenario, seed);
            for side in Side::ALL {
                let share = decodable(&outcome, side);
                assert!(share >= least, "{stacks:?}, {seed}: {share} % at the {}", side.name());
            }
        }
    }
    record_both(&format!("simulated: loss of {percent} %"), "yes");
}

#[test]
fn one_percent() {
    survives(1, 95);
}

#[test]
fn five_percent() {
    survives(5, 90);
}

#[test]
fn ten_percent() {
    survives(10, 75);
}
