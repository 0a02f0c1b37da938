//! Readers that never read.

use std::io::{ErrorKind, Read, Write};
use std::time::Duration;

use roomrtc_core::signaling::Message;
use roomrtc_core::signaling::limits::MAX_SDP;

use crate::peer::Peer;
use crate::running_server::RunningServer;
use crate::{malformed_websocket, wire};

fn server() -> RunningServer {
    let mut config = RunningServer::config();
    config.hub.stall_timeout = Duration::from_millis(300);
    RunningServer::with(config)
}

/// Sends until the other is lost because it does not read; others talk meanwhile.
fn assert_dropped(server: &RunningServer, mut alice: Peer, mut bob: Peer, silent: Peer) {
    // More than the buffers of two sockets and of the server hold.
    for _ in 0..400 {
        alice.describe("silent", MAX_SDP);
    }
    let mut carol = Peer::tls(server.address).named("carol");
    bob.call("bob", &mut carol, "carol");
    for _ in 0..20 {
        bob.describe("carol", 3_000);
        carol.described();
    }
    alice.wait_for(|message| matches!(message, Message::Error(_)));
    let frames = "roomrtc_connections{transport=\"frames\",tls=\"yes\"}";
    server.wait_for_metric(frames, |count| count == 2.0);
    drop(silent);
}

#[test]
fn who_never_reads_over_tls_is_dropped_and_the_others_go_on() {
    let server = server();
    let mut alice = Peer::tls(server.address).named("alice");
    let bob = Peer::plain(server.address).named("bob");
    let mut silent = Peer::tls(server.address).named("silent");
    alice.call("alice", &mut silent, "silent");
    assert_dropped(&server, alice, bob, silent);
}

/// A peer whose pings are all answered, and who reads none of the answers, is not listened to any
/// more once too much of them is unread.
#[test]
fn pings_whose_answers_are_never_read_are_not_read_either() {
    let server = RunningServer::start();
    let mut stream = malformed_websocket::open(server.address);
    stream.set_nonblocking(true).expect("set");
    let ping = [&[0x89, 0x80 | 125, 0, 0, 0, 0][..], &[0; 125]].concat().repeat(100);
    let (mut sent, mut idle) = (0, 0);
    while idle < 50 {
        match stream.write(&ping[sent % ping.len()..]) {
            Ok(count) => (sent, idle) = (sent + count, 0),
            Err(error) if error.kind() == ErrorKind::WouldBlock => {
                // The server has had its turn by the time it has answered someone else.
                server.metric("roomrtc_openings");
                idle += 1;
            }
            Err(error) => panic!("{error}"),
        }
        assert!(sent < 64 * 1024 * 1024, "the server reads without end");
    }
    let unwritten = server.metric("roomrtc_unwritten_bytes");
    assert!((1.0..1_000_000.0).contains(&unwritten), "{unwritten}");
    // When the answers are read, it is listened to again.
    stream.set_nonblocking(false).expect("set");
    let mut buffer = vec![0; 256 * 1024];
    let mut read = 0;
    while read < sent / 2 {
        read += stream.read(&mut buffer).expect("answers");
    }
}

/// A page that nobody reads does not keep its connection for ever.
#[test]
fn a_page_that_nobody_reads_keeps_nobody_out() {
    let config = roomrtc_server::ServerConfig { max_openings: 4, ..RunningServer::config() };
    let server = RunningServer::with(config);
    let connections: Vec<_> = (0..50)
        .map(|_| {
            let mut stream = wire::connect(server.address);
            stream.write_all(b"GET / HTTP/1.1\r\nHost: a\r\n\r\n").expect("sent");
            stream
        })
        .collect();
    Peer::plain(server.address).named("alice");
    drop(connections);
}
