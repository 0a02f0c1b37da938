//! Bursts of datagrams: segmented on the way out, coalesced on the way in, whole and in order.

use std::net::{IpAddr, Ipv6Addr};

use roomrtc_io_mio::{AddressChoice, LoopConfig};

use super::running_loop::{RunningLoop, loopback};
use super::test_event::TestEvent;

const SIZE: usize = 1_200;

/// `count` datagrams in one buffer, each filled with its number, the last one short.
fn burst(first: usize, count: usize) -> Vec<u8> {
    let full = (first..first + count).flat_map(|number| [number as u8; SIZE]);
    full.take(count * SIZE - 100).collect()
}

fn receive(receiver: &RunningLoop, first: usize, count: usize) {
    for number in first..first + count {
        let datagram = receiver.datagram();
        let length = if number == first + count - 1 { SIZE - 100 } else { SIZE };
        assert_eq!(datagram.len(), length, "datagram {number}");
        assert!(datagram.iter().all(|byte| *byte == number as u8), "datagram {number}");
    }
}

fn exchange(config: &LoopConfig) {
    let alice = RunningLoop::start(config.clone());
    let bob = RunningLoop::start(config.clone());
    let (to_alice, to_bob) = (alice.local(), bob.local());
    for round in 0..10 {
        // Between 1 and 91 datagrams: below and above what one call takes.
        let count = 1 + round * 10;
        alice.send(to_bob, &burst(round, count), Some(SIZE));
        receive(&bob, round, count);
        bob.send(to_alice, &burst(round, count), Some(SIZE));
        receive(&alice, round, count);
    }
    for statistics in [alice.finish(), bob.finish()] {
        assert_eq!((statistics.datagrams_sent, statistics.datagrams_received), (460, 460));
        assert_eq!(statistics.bytes_sent, statistics.bytes_received);
        assert!(statistics.send_calls <= 460);
    }
}

#[test]
fn bursts_arrive_whole_and_in_order_on_ipv4() {
    exchange(&loopback());
}

#[test]
fn bursts_arrive_whole_and_in_order_on_ipv6() {
    let addresses = Some(AddressChoice::Only(IpAddr::V6(Ipv6Addr::LOCALHOST)));
    exchange(&LoopConfig { addresses, ..loopback() });
}

#[test]
fn a_burst_is_few_calls() {
    let alice = RunningLoop::start(loopback());
    let bob = RunningLoop::start(loopback());
    let (_, to_bob) = (alice.local(), bob.local());
    alice.send(to_bob, &burst(0, 40), Some(SIZE));
    receive(&bob, 0, 40);
    // Linux has had segmentation since 4.18 and its reverse since 5.0.
    assert_eq!(alice.finish().send_calls, 1);
    assert!(bob.finish().receive_calls < 10);
}

#[test]
fn the_ecn_mark_arrives() {
    let alice = RunningLoop::start(loopback());
    let bob = RunningLoop::start(loopback());
    let (from, to_bob) = (alice.local(), bob.local());
    alice.send(to_bob, b"marked", None);
    let bytes = b"marked".to_vec();
    assert_eq!(bob.event(), TestEvent::Datagram { from, ecn: 2, bytes });
    alice.finish();
    bob.finish();
}

#[test]
fn an_empty_datagram_is_one() {
    let bob = RunningLoop::start(loopback());
    let to_bob = bob.local();
    let sender = std::net::UdpSocket::bind("127.0.0.1:0").expect("a socket");
    sender.send_to(&[], to_bob).expect("sent");
    sender.send_to(b"next", to_bob).expect("sent");
    assert_eq!(bob.datagram(), b"");
    assert_eq!(bob.datagram(), b"next");
    assert_eq!(bob.finish().datagrams_received, 2);
}
