//! Tests of all oracles together, on calls of two engines.

use std::time::Duration;

use roomrtc_core::base::Time;
use roomrtc_core::session::{Command, Event, PeerConfig};

use super::HostFacts;
use super::test_call::{TestCall, address};

fn seconds(number: u64) -> Time {
    Time::from_secs(number)
}

fn oracles_of(call: &TestCall) -> Vec<&'static str> {
    call.violations.iter().map(|violation| violation.oracle).collect()
}

#[test]
fn a_whole_call_breaks_no_rule() {
    let mut call = TestCall::new(1);
    call.run(seconds(20));
    call.command(0, Command::RestartIce);
    call.command(0, Command::CreateOffer);
    call.run(seconds(60));
    assert!(call.frames.iter().all(|frames| *frames > 1_500), "{:?}", call.frames);
    call.command(0, Command::Close);
    call.finish(seconds(62));
    assert_eq!(call.violations, []);
    assert!(call.events[1].contains(&Event::ClosedByPeer));
}

#[test]
fn a_replay_is_to_be_refused_and_is() {
    let mut call = TestCall::new(2);
    call.run(seconds(2));
    for _ in 0..50 {
        let (from, datagram) = call.on_its_way();
        call.run(call.now + Duration::from_millis(25));
        call.hand_over(1 - from, address(from), &datagram);
    }
    call.finish(seconds(5));
    assert_eq!(call.violations, []);
}

#[test]
fn strangers_get_nothing_that_breaks_a_rule() {
    let mut call = TestCall::new(3);
    call.run(seconds(2));
    let stranger = "203.0.113.7:9".parse().expect("an address");
    let mut check = vec![0, 1, 0, 0, 0x21, 0x12, 0xa4, 0x42];
    check.extend([7; 12]);
    for datagram in [&check[..], &[22, 0xfe, 0xfd], &[0x80, 96, 0, 1], &[0x80, 200], &[99], &[]] {
        call.hand_over(0, stranger, datagram);
        call.hand_over(1, address(0), datagram);
    }
    call.finish(seconds(4));
    assert_eq!(call.violations, []);
}

#[test]
fn what_an_engine_does_wrong_is_seen() {
    let mut call = TestCall::new(4);
    call.run(seconds(2));
    let (side, datagram) = call.on_its_way();
    let stranger = "203.0.113.7:9".parse().expect("an address");
    call.show(side, address(side), stranger, &datagram);
    call.show(side, address(side), address(1 - side), &[0x80; 2_000]);
    call.show(side, address(side), address(1 - side), &[99]);
    call.tell(side, &Event::Connected);
    call.tell(side, &Event::ClosedByPeer);
    assert_eq!(oracles_of(&call), ["consent", "form", "form", "order", "farewell"]);
}

#[test]
fn a_foreign_engine_is_held_to_what_every_stack_has_to_keep() {
    let facts = HostFacts::of(&PeerConfig::default());
    let mut call = TestCall::of([facts, HostFacts { is_foreign: true, ..facts }], 6);
    call.run(seconds(2));
    // A habit of ours: what is told once.
    call.tell(1, &Event::Connected);
    call.tell(0, &Event::Connected);
    let stranger = "203.0.113.7:9".parse().expect("an address");
    let (_, datagram) = call.on_its_way();
    for side in [1, 0] {
        call.show(side, address(side), stranger, &datagram);
        call.show(side, address(side), address(1 - side), &[0x80; 2_000]);
        call.tell(side, &Event::ClosedByPeer);
    }
    let seen = |side| call.violations.iter().filter(move |own| own.host == Some(side));
    let oracles = |side| seen(side).map(|violation| violation.oracle).collect::<Vec<_>>();
    assert_eq!(oracles(1), ["consent", "form", "farewell"]);
    assert_eq!(oracles(0), ["order", "consent", "form", "farewell"]);
}

#[test]
fn a_call_with_a_foreign_engine_breaks_no_rule() {
    let facts = HostFacts::of(&PeerConfig::default());
    let mut call = TestCall::of([HostFacts { is_foreign: true, ..facts }, facts], 7);
    call.run(seconds(10));
    call.command(0, Command::Close);
    call.finish(seconds(12));
    assert_eq!(call.violations, []);
    assert!(call.events[1].contains(&Event::ClosedByPeer));
}

#[test]
fn the_oracles_can_be_snapshotted() {
    let mut call = TestCall::new(5);
    call.run(seconds(2));
    let mut other = call.clone();
    for call in [&mut call, &mut other] {
        call.finish(seconds(4));
    }
    assert_eq!(call.frames, other.frames);
    assert_eq!(other.violations, []);
}
