//! Whole calls under attack.

use super::*;
use crate::quantity::Span;
use crate::run::Verdict;
use crate::scenario::Scenario;

/// Forged handshake messages that, coming from the very address of the peer, cannot be told from
/// its own before the handshake is complete: DTLS 1.2 does not protect them.
const UNPROTECTED: [Forgery; 3] =
    [Forgery::DtlsClientHello, Forgery::DtlsHelloVerifyRequest, Forgery::DtlsServerHello];

fn assert_held(name: &str, scenario: &Scenario) {
    let outcome = scenario.run(1);
    assert_eq!(outcome.verdict, Verdict::Held, "{name}: {:#?}", outcome.violations);
    let received = outcome.figures.value(Some("called"), "frames-received");
    assert!(received > Some(280), "{name}: {received:?}");
}

/// A call in which both sides are flooded from the other's address from `start` on.
fn flooded(forgery: Forgery, start: Span) -> Scenario {
    let mut scenario = Scenario::call();
    for target in [Side::Caller, Side::Called] {
        let flood = Flood { forgeries: vec![forgery], source: SpoofedSource::Peer };
        let parameters = AttackerParameters::of(Attack::Flood(flood));
        scenario.attackers.push(AttackerParameters { target, start, rate: 500, ..parameters });
    }
    scenario
}

fn attacked(attack: Attack) -> Scenario {
    let mut scenario = Scenario::call();
    scenario.attackers.push(AttackerParameters { rate: 500, ..AttackerParameters::of(attack) });
    scenario
}

fn forgeries() -> impl Iterator<Item = Forgery> {
    let all = Forgery::STUN.into_iter().chain(Forgery::DTLS).chain(Forgery::MEDIA);
    all.chain([Forgery::Noise])
}

#[test]
fn a_call_connects_through_floods_from_its_first_packet_on() {
    for forgery in forgeries().filter(|forgery| !UNPROTECTED.contains(forgery)) {
        assert_held(&format!("{forgery:?}"), &flooded(forgery, Span::ZERO));
    }
}

#[test]
fn no_flood_disturbs_a_call_that_is_connected() {
    for forgery in forgeries().chain([Forgery::Any]) {
        assert_held(&format!("{forgery:?}"), &flooded(forgery, Span::secs(1)));
    }
}

#[test]
fn floods_of_handshakes_from_elsewhere_do_not_keep_a_call_from_connecting() {
    for source in [SpoofedSource::Random, SpoofedSource::RandomPort] {
        let flood = Flood { forgeries: UNPROTECTED.to_vec(), source };
        assert_held("elsewhere", &attacked(Attack::Flood(flood)));
    }
}

#[test]
fn replays_are_refused_whatever_they_carry_and_wherever_they_come_from() {
    for traffic in Traffic::ALL {
        for backwards in [false, true] {
            for source in [None, Some(SpoofedSource::Random)] {
                let name = format!("{traffic:?} {backwards} {source:?}");
                let (traffic, forwards) = (vec![traffic], !backwards);
                let replay =
                    Replay { traffic, times: 3, forwards, backwards, source, ..Replay::default() };
                assert_held(&name, &attacked(Attack::Replay(replay)));
            }
        }
    }
}

#[test]
fn victims_of_reflections_and_forged_candidates_are_not_hit_hard() {
    let victim = "203.0.113.99:9".parse().expect("an address");
    assert_held("reflection", &attacked(Attack::Reflection(Reflection::to(victim))));
    let forged = CandidateForgery { addresses: vec![victim], ports: 200, priority: 0x7eff_ffff };
    assert_held("candidates", &attacked(Attack::Candidates(forged)));
}
