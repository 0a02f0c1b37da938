//! Consent, its loss, and addresses that go away.

use std::cell::Cell;
use std::rc::Rc;
use std::time::Duration;

use roomrtc_core::ice::{Config, ConnectionState};
use roomrtc_core::stun::{Message, MessageClass};

use super::network::{DELAY, Network};

fn connected(configs: [Config; 2]) -> Network {
    let mut network = Network::of(configs);
    network.add_host(0, "192.0.2.1:5000");
    network.add_host(1, "192.0.2.2:5000");
    network.signal();
    network.run_until_both(ConnectionState::Completed);
    network
}

#[test]
fn consent_is_asked_for_every_four_to_six_seconds() {
    let mut network = connected(Default::default());
    network.run_for(2_000);
    network.sent.clear();
    let (mut last, mut periods) = (None, Vec::new());
    let end = network.now + Duration::from_secs(120);
    while network.step(end) {
        let fresh = network.sent.drain(..).any(|packet| {
            let message = Message::parse(&packet.bytes).expect("a message");
            packet.sender == 0 && message.class() == MessageClass::Request
        });
        if fresh {
            let before = last.replace(network.now);
            periods.extend(before.map(|before| network.now.since(before).as_millis()));
        }
    }
    assert!(
        periods.len() > 18 && periods.iter().all(|p| (4_000..=6_000).contains(p)),
        "{periods:?}"
    );
    let (least, most) = (periods.iter().min(), periods.iter().max());
    assert!(
        most.expect("some") - least.expect("some") > 500,
        "they are not synchronised: {periods:?}"
    );
    assert_eq!(network.agents[0].state(), ConnectionState::Completed);
}

#[test]
fn a_pair_that_goes_silent_disconnects_then_fails_then_restarts() {
    let mut network = connected(Default::default());
    let silence = network.now;
    let is_cut = Rc::new(Cell::new(true));
    let cut = Rc::clone(&is_cut);
    network.fate = Box::new(move |_| if cut.get() { Vec::new() } else { vec![DELAY] });
    network.run_until_both(ConnectionState::Disconnected);
    assert!(network.now.since(silence) <= Duration::from_secs(15));
    assert!(network.agents[0].selected().is_some());
    network.run_until_both(ConnectionState::Failed);
    assert!(network.now.since(silence) <= Duration::from_secs(30));
    assert_eq!(network.agents[0].selected(), None);
    let sent = network.sent.len();
    network.run_for(60_000);
    assert_eq!(network.sent.len(), sent, "nothing is sent without consent");
    is_cut.set(false);
    network.agents[0].restart(network.now);
    network.agents[1].restart(network.now);
    network.start();
    network.run_until_both(ConnectionState::Completed);
    network.assert_same_pair();
}

#[test]
fn a_short_silence_is_survived() {
    let mut network = connected(Default::default());
    network.fate = Box::new(|_| Vec::new());
    network.run_for(18_000);
    assert_eq!(network.agents[0].state(), ConnectionState::Disconnected);
    network.fate = Box::new(|_| vec![DELAY]);
    network.run_for(7_000);
    assert_eq!(network.agents[0].state(), ConnectionState::Completed);
}

#[test]
fn one_lost_consent_check_in_two_is_not_noticed() {
    let mut network = connected(Default::default());
    network.fate = Box::new(|packet| if packet.number % 2 == 0 { vec![DELAY] } else { Vec::new() });
    let before = network.states(0).len();
    network.run_for(20_000);
    assert_ne!(network.agents[0].state(), ConnectionState::Failed);
    assert!(network.states(0).len() <= before + 2);
}

#[test]
fn a_lite_agent_notices_that_the_checks_stop() {
    let lite = Config { is_lite: true, ..Config::default() };
    let mut network = connected([Config::default(), lite]);
    network.run_for(60_000);
    assert_eq!(network.agents[1].state(), ConnectionState::Completed);
    network.fate = Box::new(|_| Vec::new());
    network.run_for(21_000);
    assert_eq!(network.agents[1].state(), ConnectionState::Disconnected);
    network.run_for(15_000);
    assert_eq!(network.agents[1].state(), ConnectionState::Failed);
}

#[test]
fn the_round_trip_follows_the_path() {
    let mut network = connected(Default::default());
    assert_eq!(network.agents[0].round_trip_time().expect("measured").smoothed.as_millis(), 20);
    network.fate = Box::new(|_| vec![Duration::from_millis(50)]);
    network.run_for(60_000);
    let measured = network.agents[0].round_trip_time().expect("measured");
    assert_eq!(measured.last.as_millis(), 100);
    assert!((80..100).contains(&measured.smoothed.as_millis()), "{measured:?}");
}

#[test]
fn the_other_pairs_take_over_when_an_address_goes_away() {
    let mut network = Network::new();
    for (agent, last) in [(0, 1), (1, 2)] {
        network.add_host(agent, &format!("192.0.2.{last}:5000"));
        network.add_host(agent, &format!("[2001:db8::{last}]:5000"));
    }
    network.signal();
    network.run_until_both(ConnectionState::Completed);
    let gone = network.agents[0].selected().expect("a pair").local;
    network.agents[0].remove_local_address(network.now, gone);
    assert_eq!(network.agents[0].state(), ConnectionState::Disconnected);
    assert_eq!(network.agents[0].selected(), None);
    assert!(network.agents[0].local_candidates().all(|candidate| candidate.address != gone));
    network.run_for(200);
    let selected = network.agents[0].selected().expect("another pair");
    assert!(selected.remote.is_ipv4());
    assert!(network.agents[1].accepts(selected.remote, selected.local));
    network.run_for(22_000);
    let theirs = network.agents[1].selected().expect("the same pair");
    assert_eq!((theirs.local, theirs.remote), (selected.remote, selected.local));
    assert_eq!(network.agents[1].state(), ConnectionState::Connected, "it is not nominated");
    network.agents[0].remove_local_address(network.now, selected.local);
    network.run_for(39_500);
    assert_eq!(network.agents[0].state(), ConnectionState::Failed);
}

#[test]
fn a_pair_that_answers_while_another_is_silent_is_not_checked_again_and_again() {
    let mut network = Network::of(Default::default());
    for (agent, address) in [(0, "192.0.2.1:5000"), (0, "192.0.2.3:5000")] {
        network.add_host(agent, address);
    }
    network.add_host(1, "192.0.2.2:5000");
    network.signal();
    network.run_until_both(ConnectionState::Completed);
    let silent = network.agents[1].selected().expect("a pair").remote;
    network.fate =
        Box::new(
            move |packet| {
                if [packet.from, packet.to].contains(&silent) { Vec::new() } else { vec![DELAY] }
            },
        );
    network.run_until_both(ConnectionState::Disconnected);
    network.sent.clear();
    network.run_for(900);
    let is_request = |bytes: &[u8]| {
        Message::parse(bytes).is_ok_and(|message| message.class() == MessageClass::Request)
    };
    let answered = network.sent.iter().filter(|packet| ![packet.from, packet.to].contains(&silent));
    let checks = answered.filter(|packet| is_request(&packet.bytes)).count();
    assert!(checks <= 6, "{checks} checks of a pair that answers");
}
