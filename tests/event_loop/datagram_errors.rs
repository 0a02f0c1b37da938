//! Errors of sockets: counted, and the loop goes on.

use std::net::{SocketAddr, UdpSocket};

use super::running_loop::{RunningLoop, loopback};

/// An address where nobody listens.
fn closed_port() -> SocketAddr {
    let socket = UdpSocket::bind("127.0.0.1:0").expect("a socket");
    socket.local_addr().expect("bound")
}

#[test]
fn icmp_errors_are_counted_and_cost_nothing_else() {
    let alice = RunningLoop::start(loopback());
    let bob = RunningLoop::start(loopback());
    let (_, to_bob) = (alice.local(), bob.local());
    let nowhere = closed_port();
    for number in 0..20 {
        alice.send(nowhere, b"anybody?", None);
        alice.send(to_bob, &[number; 100], None);
        assert_eq!(bob.datagram(), [number; 100]);
    }
    let statistics = alice.finish();
    assert!(statistics.icmp_errors > 0, "{statistics:?}");
    assert_eq!(statistics.datagrams_sent, 40, "{statistics:?}");
    bob.finish();
}

#[test]
fn what_is_too_long_is_dropped_and_counted() {
    let alice = RunningLoop::start(loopback());
    let bob = RunningLoop::start(loopback());
    let (_, to_bob) = (alice.local(), bob.local());
    alice.send(to_bob, &vec![0; 70_000], None);
    alice.send(to_bob, b"after", None);
    assert_eq!(bob.datagram(), b"after");
    let statistics = alice.finish();
    assert_eq!((statistics.dropped_too_long, statistics.datagrams_sent), (1, 1));
    bob.finish();
}

#[test]
fn where_there_is_no_way_the_datagram_is_dropped_and_counted() {
    let alice = RunningLoop::start(loopback());
    let bob = RunningLoop::start(loopback());
    let (_, to_bob) = (alice.local(), bob.local());
    // From a loopback address there is no way to the outside.
    alice.send(SocketAddr::from(([198, 51, 100, 1], 9)), b"out", None);
    alice.send(to_bob, &[7; 400], Some(100));
    for _ in 0..4 {
        assert_eq!(bob.datagram(), [7; 100]);
    }
    let statistics = alice.finish();
    assert_eq!(statistics.dropped_unreachable, 1, "{statistics:?}");
    // The failure has not been taken for a want of segmentation offload.
    assert_eq!(statistics.send_calls, 2, "{statistics:?}");
    bob.finish();
}
