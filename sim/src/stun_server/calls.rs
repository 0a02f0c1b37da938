//! Whole calls with servers that cannot be trusted.

use super::*;
use crate::nat::{NatKind, NatParameters};
use crate::quantity::Span;
use crate::run::Verdict;
use crate::scenario::{Scenario, Side};

fn assert_held(parameters: StunServerParameters) {
    for nats in [0, 1] {
        let mut scenario = Scenario::call();
        if nats == 1 {
            scenario = scenario.nat(Side::Caller, NatParameters::of(NatKind::PORT_RESTRICTED));
        }
        scenario.stun_servers = vec![parameters.clone()];
        let outcome = scenario.run(1);
        let violations = &outcome.violations;
        assert_eq!(outcome.verdict, Verdict::Held, "{parameters:?}: {violations:#?}");
        let frames = outcome.figures.value(Some("called"), "frames-received");
        assert!(frames > Some(270), "{parameters:?}: {frames:?}");
    }
}

#[test]
fn no_lie_keeps_a_call_from_connecting_where_one_side_is_in_the_open() {
    let victim = "203.0.113.99:9".parse().expect("an address");
    for lie in [
        StunLie::Address(victim),
        StunLie::Port,
        StunLie::ChangingPort,
        StunLie::Unspecified,
        StunLie::Family,
        StunLie::NoAddress,
        StunLie::Transaction,
        StunLie::Source,
        StunLie::Refusal,
        StunLie::Alternate(victim),
        StunLie::Truncated,
        StunLie::Repeated(20),
    ] {
        assert_held(StunServerParameters { lie: Some(lie), ..Default::default() });
    }
}

#[test]
fn a_silent_or_slow_server_keeps_no_call_from_connecting_either() {
    assert_held(StunServerParameters { is_silent: true, ..Default::default() });
    assert_held(StunServerParameters { delay: Span::secs(2), ..Default::default() });
}
