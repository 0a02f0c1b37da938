//! A server that is stopped while it is used.

use std::io::Read;
use std::net::TcpStream;
use std::time::Duration;

use roomrtc_core::signaling::{Credentials, Message};
use roomrtc_server::ServerConfig;
use roomrtc_server::accounts::PasswordCost;

use crate::peer::Peer;
use crate::running_server::RunningServer;
use crate::{malformed_websocket, wire};

/// What is under way is finished and answered, and then everyone is told.
#[test]
fn everyone_is_told_and_what_is_under_way_is_finished() {
    let password_cost = PasswordCost::default();
    let server = RunningServer::with(ServerConfig { password_cost, ..RunningServer::config() });
    let mut registering = Peer::plain(server.address);
    let idle = Peer::tls(server.address);
    let mut web_socket = malformed_websocket::open(server.address);
    registering.send(&Message::Register(Credentials::new("alice", "correct horse")));
    server.wait_for_metric("roomrtc_operations", |count| count == 1.0);
    server.handle.stop().expect("woken");
    let answer = registering.receive();
    assert!(matches!(answer, Message::Ok { .. }), "{answer:?}");
    assert_eq!(registering.last_codes(), ["server-stopping"]);
    assert_eq!(idle.last_codes(), ["server-stopping"]);
    let mut bytes = Vec::new();
    web_socket.read_to_end(&mut bytes).expect("an end");
    assert!(bytes.windows(23).any(|text| text == b"ERROR|code=server-stopp"), "{bytes:?}");
    assert!(bytes.ends_with(&[0x88, 2, 0x03, 0xe9]), "{bytes:?}");
    assert!(TcpStream::connect(server.address).is_err());
    server.join();
}

/// Whoever does not read holds nobody up for longer than is set.
#[test]
fn who_does_not_read_holds_nobody_up() {
    let drain_timeout = Duration::from_millis(300);
    let server = RunningServer::with(ServerConfig { drain_timeout, ..RunningServer::config() });
    let mut alice = Peer::plain(server.address).named("alice");
    let mut silent = Peer::plain(server.address).named("silent");
    alice.call("alice", &mut silent, "silent");
    for _ in 0..100 {
        alice.describe("silent", 30_000);
    }
    let half_open = wire::connect(server.address);
    server.handle.stop().expect("woken");
    server.join();
    drop((alice, silent, half_open));
}
