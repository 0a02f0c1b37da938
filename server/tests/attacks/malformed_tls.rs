//! TLS that is none.

use std::io::Write;
use std::net::SocketAddr;
use std::time::Duration;

use roomrtc_server::ServerConfig;

use crate::peer::Peer;
use crate::running_server::RunningServer;
use crate::wire;

fn hello() -> Vec<u8> {
    let mut bytes = Vec::new();
    wire::client_connection(&[]).write_tls(&mut bytes).expect("written to memory");
    bytes
}

/// What comes back is an alert or nothing, and then the end.
fn assert_ended(address: SocketAddr, bytes: &[u8]) {
    let mut stream = wire::connect(address);
    // It may have had enough before everything is sent.
    let _ = stream.write_all(bytes);
    let answer = wire::rest(&mut stream);
    assert!(matches!(answer.first(), None | Some(0x15)), "{answer:?} to {bytes:?}");
}

/// Bytes of a generator that is good enough to be unlike TLS: 16 807, Lehmer.
fn noise(seed: u64, length: usize) -> Vec<u8> {
    let next = |state: &u64| Some(state * 16_807 % 2_147_483_647);
    std::iter::successors(Some(seed), next).take(length).map(|state| state as u8).collect()
}

#[test]
fn random_bytes_behind_the_first_are_no_handshake() {
    let server = RunningServer::start();
    for seed in 1..40 {
        // A record's type, version and length, so that what it holds is looked at.
        let record = [&[0x16, 3, 1, 0, 200][..], &noise(seed, 200)].concat();
        assert_ended(server.address, &record);
        assert_ended(server.address, &[&[0x16, 3, 3, 0xff, 0xff][..], &noise(seed, 100)].concat());
    }
    Peer::tls(server.address).named("alice");
}

/// Every byte of a first flight, wrong once: whatever that does, nobody else is troubled.
#[test]
fn a_hello_with_a_wrong_byte_breaks_nothing() {
    let server = RunningServer::start();
    let hello = hello();
    for index in (1..hello.len()).step_by(3) {
        let mut bytes = hello.clone();
        bytes[index] ^= 0xff;
        let mut stream = wire::connect(server.address);
        stream.write_all(&bytes).expect("sent");
        stream.shutdown(std::net::Shutdown::Write).expect("shut");
        wire::rest(&mut stream);
    }
    Peer::tls(server.address).named("alice");
    assert_eq!(server.metric("roomrtc_tls_handshakes_total"), 1.0);
}

#[test]
fn a_truncated_hello_is_waited_for_and_not_for_ever() {
    let opening_timeout = Duration::from_millis(200);
    let server = RunningServer::with(ServerConfig { opening_timeout, ..RunningServer::config() });
    let hello = hello();
    for length in [1, 5, 6, hello.len() / 2, hello.len() - 1] {
        let mut stream = wire::connect(server.address);
        stream.write_all(&hello[..length]).expect("sent");
        assert_eq!(wire::rest(&mut stream), b"", "{length}");
    }
    server.wait_for_metric("roomrtc_openings", |count| count <= 1.0);
}

/// A handshake message in many records that announces far more than any handshake needs.
#[test]
fn a_handshake_without_end_is_cut() {
    let server = RunningServer::start();
    let record = |content: &[u8]| {
        let length = (content.len() as u16).to_be_bytes();
        [&[0x16, 3, 1][..], &length, content].concat()
    };
    let mut bytes = record(&[1, 0, 0xff, 0xff]);
    for _ in 0..40 {
        bytes.extend(record(&[0; 1_000]));
    }
    assert_ended(server.address, &bytes);
    let turned_away = "roomrtc_connections_turned_away_total{reason=\"tls\"}";
    server.wait_for_metric(turned_away, |count| count == 1.0);
}

/// A second handshake inside the first, in the clear: neither taken nor crashed on.
#[test]
fn a_handshake_cannot_be_begun_anew() {
    let server = RunningServer::start();
    for version in [&rustls::version::TLS12, &rustls::version::TLS13] {
        let mut stream = wire::connect(server.address);
        let mut tls = wire::client_connection(&[version]);
        while tls.is_handshaking() {
            tls.complete_io(&mut stream).expect("a handshake");
        }
        assert_eq!(tls.protocol_version(), Some(version.version));
        assert_eq!(wire::shown(&tls), server.fingerprint);
        stream.write_all(&hello()).expect("sent");
        let answer = wire::rest(&mut stream);
        // What was under way of the first handshake, an alert, and no new handshake.
        assert!(!answer.windows(3).any(|bytes| bytes == [0x16, 3, 3]), "{answer:?}");
    }
    Peer::tls(server.address).named("alice");
}

/// Most of the loop's work for strangers is bounded in each turn: those who talk go on while
/// hundreds shake hands.
#[test]
fn a_flood_of_handshakes_keeps_nobody_out() {
    let server = RunningServer::start();
    let mut alice = Peer::tls(server.address).named("alice");
    let mut bob = Peer::plain(server.address).named("bob");
    alice.call("alice", &mut bob, "bob");
    let hello = hello();
    let before = server.metric("roomrtc_loop_turn_seconds_count");
    let strangers: Vec<_> = (0..400)
        .map(|_| {
            let mut stream = wire::connect(server.address);
            stream.write_all(&hello).expect("sent");
            stream
        })
        .collect();
    for _ in 0..20 {
        alice.describe("bob", 3_000);
        bob.described();
    }
    server.wait_for_metric("roomrtc_openings", |count| count >= 400.0);
    let turns = server.metric("roomrtc_loop_turn_seconds_count") - before;
    assert!(turns >= 400.0 / 32.0, "{turns} turns for {} handshakes", strangers.len());
}
