//! Requests that are none.

use std::io::Write;
use std::time::Duration;

use roomrtc_server::ServerConfig;

use crate::peer::Peer;
use crate::running_server::RunningServer;
use crate::wire;

#[test]
fn malformed_requests_are_refused_and_the_others_go_on() {
    let server = RunningServer::start();
    let long_field = format!("GET / HTTP/1.1\r\nHost: a\r\nx: {}\r\n\r\n", "y".repeat(9_000));
    let long_line = "A".repeat(9_000);
    for (request, status) in [
        ("GET\r\n\r\n", 400),
        ("GET / HTTP/1.1\r\n\r\n", 400),
        ("GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n", 400),
        ("GET / HTTP/1.1\r\nHost: a\r\n\x01: b\r\n\r\n", 400),
        ("GET evil HTTP/1.1\r\nHost: a\r\n\r\n", 400),
        ("GET /nowhere HTTP/1.1\r\nHost: a\r\n\r\n", 404),
        ("DELETE / HTTP/1.1\r\nHost: a\r\n\r\n", 405),
        ("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", 505),
        ("GET /signaling HTTP/1.1\r\nHost: a\r\n\r\n", 426),
        (&long_field, 431),
        (&long_line, 431),
    ] {
        let response = wire::ask(server.address, request.as_bytes());
        assert_eq!(wire::status(&response), status, "{request}");
        assert!(response.contains("X-Content-Type-Options: nosniff\r\n"), "{response}");
    }
    Peer::plain(server.address).named("alice");
}

/// What is behind a request is not taken for another one: nothing can be smuggled in.
#[test]
fn one_request_a_connection_is_answered() {
    let server = RunningServer::start();
    let request = "GET /nowhere HTTP/1.1\r\nHost: a\r\n\r\n".repeat(3);
    let response = wire::ask(server.address, request.as_bytes());
    assert_eq!(response.matches("HTTP/1.1 404").count(), 1, "{response}");
}

#[test]
fn a_slow_request_is_cut_off() {
    let opening_timeout = Duration::from_millis(200);
    let server = RunningServer::with(ServerConfig { opening_timeout, ..RunningServer::config() });
    let mut stream = wire::connect(server.address);
    stream.write_all(b"GET / HTTP/1.1\r\nHost: a\r\n").expect("sent");
    assert_eq!(wire::rest(&mut stream), b"");
    assert_eq!(
        server.metric("roomrtc_connections_turned_away_total{reason=\"opening-timeout\"}"),
        1.0
    );
}
