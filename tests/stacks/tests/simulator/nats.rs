//! Behind network address translators.

use roomrtc_sim::nat::{NatKind, NatParameters};
use roomrtc_sim::scenario::{Prospect, Side};

use super::{call, held, pairings};
use crate::record_both;

#[test]
fn either_side_is_behind_one() {
    for stacks in pairings() {
        for side in Side::ALL {
            let nat = NatParameters::of(NatKind::PORT_RESTRICTED);
            let scenario = call(50, 10).nat(side, nat).expecting(Prospect::Model);
            let outcome = held(stacks, &scenario, 1);
            assert!(outcome.prediction.connects(), "{stacks:?}");
        }
    }
}

#[test]
fn both_sides_are_behind_one() {
    for stacks in pairings() {
        for kind in [NatKind::PORT_RESTRICTED, NatKind::FULL_CONE] {
            let nat = NatParameters::of(kind);
            let scenario = call(50, 10).nat(Side::Caller, nat.clone()).nat(Side::Called, nat);
            let outcome = held(stacks, &scenario.expecting(Prospect::Model), 1);
            assert!(outcome.prediction.connects(), "{stacks:?}");
        }
    }
    record_both("simulated: both behind NATs", "yes");
}

#[test]
fn symmetric_on_one_side_only() {
    for stacks in pairings() {
        for side in Side::ALL {
            let nat = NatParameters::of(NatKind::SYMMETRIC);
            let scenario = call(50, 10).nat(side, nat).expecting(Prospect::Model);
            let outcome = held(stacks, &scenario, 1);
            assert!(outcome.prediction.connects(), "{stacks:?}");
        }
    }
}
