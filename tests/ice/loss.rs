//! Datagrams that are lost, repeated and overtaken.

use std::time::Duration;

use roomrtc_core::ice::ConnectionState;

use super::network::{DELAY, Network};

fn network() -> Network {
    let mut network = Network::new();
    for (agent, last) in [(0, 1), (1, 2)] {
        network.add_host(agent, &format!("192.0.2.{last}:5000"));
        network.add_host(agent, &format!("[2001:db8::{last}]:5000"));
    }
    network.signal();
    network
}

/// Datagrams sent until both have completed, without loss.
fn undisturbed() -> usize {
    let mut network = network();
    network.run_until_both(ConnectionState::Completed);
    network.sent.len()
}

#[test]
fn each_datagram_may_be_lost_in_turn() {
    for lost in 0..undisturbed() {
        let mut network = network();
        let start = network.now;
        network.fate = Box::new(move |packet| match packet.number == lost {
            true => Vec::new(),
            false => vec![DELAY],
        });
        network.run_until_both(ConnectionState::Completed);
        network.assert_same_pair();
        let took = network.now.since(start).as_millis();
        assert!(took <= 620, "datagram {lost} lost: {took} ms");
    }
}

#[test]
fn each_direction_may_be_deaf_for_two_seconds() {
    for deaf in 0..2 {
        let mut network = network();
        let mut sent = 0;
        network.fate = Box::new(move |packet| {
            sent += usize::from(packet.sender == deaf);
            if packet.sender == deaf && sent < 12 { Vec::new() } else { vec![DELAY] }
        });
        network.run_until_both(ConnectionState::Completed);
        network.assert_same_pair();
    }
}

#[test]
fn every_datagram_may_come_thrice_and_out_of_order() {
    let mut network = network();
    network.fate = Box::new(|packet| {
        let number = packet.number as u64;
        [7, 3, 11].map(|step| Duration::from_millis(10 + number * step % 23)).to_vec()
    });
    network.run_until_both(ConnectionState::Completed);
    network.assert_same_pair();
    network.run_for(60_000);
    network.assert_same_pair();
    assert_eq!(network.agents[0].state(), ConnectionState::Completed);
}

#[test]
fn checks_are_repeated_by_the_schedule_and_given_up_in_the_stated_time() {
    let mut network = network();
    let start = network.now;
    network.fate = Box::new(|_| Vec::new());
    network.run_until_both(ConnectionState::Failed);
    assert_eq!(network.now.since(start).as_millis(), 39_500);
    let of_pair = |p: &&super::packet::Packet| p.sender == 0 && p.to.is_ipv6();
    assert_eq!(network.sent.iter().filter(of_pair).count(), 7);
    assert_eq!(network.agents[0].selected(), None);
}
