//! What the operator is told, and others are not.

use std::io::Write;
use std::net::Shutdown;

use roomrtc_core::signaling::{Credentials, Message};

use crate::peer::Peer;
use crate::running_server::RunningServer;
use crate::wire;

#[test]
fn a_server_that_is_well_says_so() {
    let server = RunningServer::start();
    assert_eq!(server.inspect("/healthz"), (200, "ok\n".into()));
    assert_eq!(server.inspect("/").0, 404);
    for path in ["/healthz", "/metrics"] {
        assert_eq!(wire::get(server.address, path).0, 404, "{path}");
    }
    let frames = wire::ask(server.metrics, b"6\nLOGOUT");
    assert_eq!(frames, "");
}

/// A client that says it has nothing more to ask still hears the answer.
#[test]
fn a_health_check_that_half_closes_is_answered() {
    let server = RunningServer::start();
    for _ in 0..20 {
        let mut stream = wire::connect(server.metrics);
        stream.write_all(b"GET /healthz HTTP/1.1\r\nHost: a\r\n\r\n").expect("sent");
        stream.shutdown(Shutdown::Write).expect("ended");
        let response = String::from_utf8(wire::rest(&mut stream)).expect("text");
        assert_eq!(wire::status(&response), 200);
    }
}

#[test]
fn what_happens_is_counted() {
    let server = RunningServer::start();
    let mut alice = Peer::tls(server.address).named("alice");
    let mut bob = Peer::plain(server.address).named("bob");
    alice.call("alice", &mut bob, "bob");
    let mut stranger = Peer::plain(server.address);
    stranger.send(&Message::Login(Credentials::new("alice", "wrong horse")));
    stranger.wait_for(|message| matches!(message, Message::Error(_)));
    for (metric, value) in [
        ("roomrtc_connections{transport=\"frames\",tls=\"yes\"}", 1.0),
        ("roomrtc_connections{transport=\"frames\",tls=\"no\"}", 2.0),
        ("roomrtc_users_logged_in", 2.0),
        ("roomrtc_calls", 1.0),
        ("roomrtc_calls_accepted_total", 1.0),
        ("roomrtc_calls_rung_total", 1.0),
        ("roomrtc_registrations_total", 2.0),
        ("roomrtc_logins_total{way=\"password\"}", 2.0),
        ("roomrtc_log_lines_dropped_total", 0.0),
        ("roomrtc_refusals_total{reason=\"wrong-credentials\"}", 1.0),
        ("roomrtc_operations", 0.0),
        ("roomrtc_operations_waiting", 0.0),
        ("roomrtc_outbox_bytes", 0.0),
        ("roomrtc_tls_handshakes_total", 1.0),
    ] {
        assert_eq!(server.metric(metric), value, "{metric}");
    }
    let (_, text) = server.inspect("/metrics");
    assert!(text.contains("roomrtc_loop_lag_seconds ") && text.ends_with("# EOF\n"), "{text}");
    assert!(!text.contains("alice") && !text.contains("horse"), "{text}");
}
