//! A peer that turns up at another address after a pair was nominated.

use std::net::SocketAddr;

use roomrtc_core::ice::{ConnectionState, Role};

use super::scripted_peer::ScriptedPeer;

fn address(last: u8) -> SocketAddr {
    SocketAddr::from(([192, 0, 2, last], 6000))
}

/// An agent whose peer has nominated its first address, which then checks from another one.
fn moving() -> ScriptedPeer {
    let mut peer = ScriptedPeer::new(Role::Controlled);
    let first = peer.check(|message| {
        message.priority(5_000).use_candidate();
    });
    peer.receive(address(7), &first);
    peer.run(100, &[address(7)]);
    assert_eq!(peer.agent.state(), ConnectionState::Completed);
    let second = peer.check(|message| {
        message.priority(5_000);
    });
    peer.receive(address(8), &second);
    peer
}

fn selected(peer: &ScriptedPeer) -> SocketAddr {
    peer.agent.selected().expect("a pair").remote
}

#[test]
fn a_path_that_answers_no_more_is_left_for_the_new_address_within_moments() {
    let mut peer = moving();
    peer.run(900, &[address(8)]);
    assert_eq!(selected(&peer), address(7), "it has a second and a round trip to answer");
    peer.run(200, &[address(8)]);
    assert_eq!(selected(&peer), address(8));
    assert_eq!(peer.agent.state(), ConnectionState::Connected);
    peer.run(60_000, &[address(8)]);
    assert_eq!(selected(&peer), address(8));
}

#[test]
fn a_path_that_answers_is_kept() {
    let mut peer = moving();
    peer.run(3_000, &[address(7), address(8)]);
    assert_eq!(selected(&peer), address(7));
    assert_eq!(peer.agent.statistics().consent_checks_sent, 1, "it was asked once");
    assert_eq!(peer.agent.state(), ConnectionState::Completed);
}

#[test]
fn an_address_that_does_not_answer_is_not_moved_to() {
    let mut peer = moving();
    peer.run(10_000, &[]);
    assert_eq!(selected(&peer), address(7));
    let deadline = peer.agent.deadline().expect("consent is asked for");
    assert!(deadline.at > peer.now, "nothing is due again and again");
}

#[test]
fn checks_repeated_from_many_addresses_ask_for_consent_once_a_second_at_most() {
    let mut peer = moving();
    for last in 20..120 {
        let check = peer.check(|message| {
            message.priority(5_000);
        });
        peer.receive(address(last), &check);
        peer.run(30, &[address(7)]);
    }
    let asked = peer.agent.statistics().consent_checks_sent;
    assert!((3..=4).contains(&asked), "{asked} in 3 s");
    assert_eq!(selected(&peer), address(7));
}

#[test]
fn a_nomination_that_was_never_answered_is_given_up_for_the_new_address() {
    let mut peer = ScriptedPeer::new(Role::Controlling);
    for (last, answered) in [(7, 20), (8, 3_000)] {
        let check = peer.check_as(Role::Controlled, |message| {
            message.priority(5_000);
        });
        peer.receive(address(last), &check);
        peer.run(answered, &[address(last)]);
        // The first address is gone before the nomination reaches it.
        peer.run(300, &[]);
    }
    let pair = peer.agent.selected().expect("a pair");
    assert_eq!((pair.remote, pair.is_nominated), (address(8), true));
    assert_eq!(peer.agent.state(), ConnectionState::Completed);
    peer.run(60_000, &[address(7), address(8)]);
    assert_eq!(selected(&peer), address(8), "the old nomination counts no longer");
}
