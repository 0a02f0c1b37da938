//! Connections by the thousand that begin and do not go on.

use std::io::Write;
use std::net::TcpStream;
use std::time::Duration;

use roomrtc_server::ServerConfig;

use crate::peer::Peer;
use crate::running_server::RunningServer;
use crate::wire;

const STRANGERS: usize = 1_500;

const RELAYS: usize = 100;

/// The beginnings of everything that the port takes, and nothing at all.
fn beginnings() -> Vec<Vec<u8>> {
    let mut hello = Vec::new();
    wire::client_connection(&[]).write_tls(&mut hello).expect("written to memory");
    hello.truncate(hello.len() / 2);
    let request = b"GET / HTTP/1.1\r\nHost: a\r\nX-".to_vec();
    vec![Vec::new(), vec![0x16], hello, b"20\nLOGIN|us".to_vec(), b"G".to_vec(), request]
}

fn server() -> RunningServer {
    let mut config = RunningServer::config();
    config.max_connections_per_address = 2 * STRANGERS;
    config.max_openings = 2 * STRANGERS;
    config.hub.max_anonymous = 2 * STRANGERS;
    // Nobody is dropped for being slow: everyone is there at the same time.
    config.opening_timeout = Duration::from_secs(600);
    config.hub.login_timeout = Duration::from_secs(600);
    RunningServer::with(config)
}

fn begin(server: &RunningServer, number: usize, beginnings: &[Vec<u8>]) -> TcpStream {
    // From many addresses, as an attacker would.
    let mut stream = wire::connect_from([127, 0, 1, (number % 250) as u8 + 1], server.address);
    stream.write_all(&beginnings[number % beginnings.len()]).expect("sent");
    stream
}

/// Waits until everything that strangers have sent is read: nothing more is for a while.
fn settle(server: &RunningServer) {
    let mut reads = 0.0;
    wire::wait_until("the strangers are read", || {
        let before = std::mem::replace(&mut reads, server.metric("roomrtc_reads_total"));
        before == reads
    });
}

/// How often sockets are read to relay descriptions to and fro.
fn reads_of_relays(server: &RunningServer, alice: &mut Peer, bob: &mut Peer) -> f64 {
    settle(server);
    let before = server.metric("roomrtc_reads_total");
    for _ in 0..RELAYS {
        alice.describe("bob", 3_000);
        bob.described();
        bob.describe("alice", 3_000);
        alice.described();
    }
    server.metric("roomrtc_reads_total") - before
}

/// Whoever is connected has its messages relayed with as many reads as before: those who have begun
/// cost nothing as long as they do nothing. Turns of the loop are no measure: how many messages come
/// together in one is a matter of time.
#[test]
fn half_open_connections_by_the_thousand_cost_the_others_nothing() {
    wire::allow_many_sockets();
    let server = server();
    let mut alice = Peer::tls(server.address).named("alice");
    let mut bob = Peer::plain(server.address).named("bob");
    alice.call("alice", &mut bob, "bob");
    let alone = reads_of_relays(&server, &mut alice, &mut bob);
    let beginnings = beginnings();
    let strangers: Vec<_> =
        (0..STRANGERS).map(|number| begin(&server, number, &beginnings)).collect();
    server.wait_for_metric("roomrtc_openings", |count| count >= (STRANGERS * 5 / 6) as f64);
    let frames = "roomrtc_connections{transport=\"frames\",tls=\"no\"}";
    server.wait_for_metric(frames, |count| count > (STRANGERS / 6) as f64);
    let among_them = reads_of_relays(&server, &mut alice, &mut bob);
    // A message may come in two pieces, whoever is there.
    assert!(among_them <= alone + 0.1 * (2 * RELAYS) as f64, "{among_them} reads after {alone}");
    // And whoever comes now is served.
    Peer::tls(server.address).named("carol");
    assert_eq!(strangers.len(), STRANGERS);
}

#[test]
fn whoever_has_taken_longest_makes_room() {
    let config = ServerConfig { max_openings: 8, ..RunningServer::config() };
    let server = RunningServer::with(config);
    let strangers: Vec<_> = (0..100).map(|_| wire::connect(server.address)).collect();
    Peer::tls(server.address).named("alice");
    let mut first = strangers.into_iter().next().expect("one of them");
    assert_eq!(wire::rest(&mut first), b"");
    let turned_away = "roomrtc_connections_turned_away_total{reason=\"too-many-openings\"}";
    server.wait_for_metric(turned_away, |count| count >= 92.0);
}
