//! Whole calls whose translators forget.

use super::*;
use crate::quantity::Span;
use crate::run::Verdict;
use crate::scenario::{Occurrence, Scenario, Side};

/// A call of 30 s in which the caller's NAT is rebooted after 6 s.
fn rebooted(caller: NatKind, called: NatKind) -> Scenario {
    let scenario = Scenario::call().lasting(Span::secs(30));
    let scenario = scenario.nat(Side::Caller, NatParameters::of(caller));
    let scenario = scenario.nat(Side::Called, NatParameters::of(called));
    let reboot = Occurrence::RebootNat { of: Side::Caller, interface: 0, nat: 0 };
    scenario.at(Span::secs(6), reboot)
}

/// Frames that the side receives, of the about 870 that the other sends.
fn received(scenario: &Scenario, side: &str) -> u64 {
    let outcome = scenario.run(1);
    assert_eq!(outcome.verdict, Verdict::Held, "{:#?}", outcome.violations);
    let frames = outcome.figures.value(Some(side), "frames-received");
    frames.unwrap_or_default()
}

#[test]
fn frames_flow_again_after_a_reboot_that_the_other_side_lets_pass() {
    for called in [NatKind::FULL_CONE, NatKind::RESTRICTED_CONE] {
        for caller in [NatKind::FULL_CONE, NatKind::PORT_RESTRICTED, NatKind::SYMMETRIC] {
            for side in ["caller", "called"] {
                let frames = received(&rebooted(caller, called), side);
                assert!(frames > 600, "{caller} {called}: the {side} receives {frames}");
            }
        }
    }
}

#[test]
fn a_restart_of_ice_brings_frames_back_at_once() {
    for called in [NatKind::FULL_CONE, NatKind::PORT_RESTRICTED] {
        let restart = Occurrence::RestartIce { of: Side::Called };
        let scenario = rebooted(NatKind::PORT_RESTRICTED, called).at(Span::secs(7), restart);
        for side in ["caller", "called"] {
            let frames = received(&scenario, side);
            assert!(frames > 780, "{called}: the {side} receives {frames}");
        }
    }
}
