//! Tests of all oracles together, on calls of two engines.

use std::time::Duration;

use roomrtc_core::base::Time;
use roomrtc_core::session::{Command, Event};

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
