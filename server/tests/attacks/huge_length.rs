//! A length that announces more than anyone may send.

use std::io::Write;

use roomrtc_core::signaling::limits::{MAX_BODY, MAX_BODY_BEFORE_LOGIN};
use roomrtc_server::hub::HubConfig;

use crate::peer::Peer;
use crate::running_server::RunningServer;
use crate::wire;

/// The length alone is sent, and refused: nobody waits for what it announces.
#[test]
fn a_huge_length_is_refused_before_login() {
    let server = RunningServer::start();
    for length in [MAX_BODY_BEFORE_LOGIN + 1, usize::MAX] {
        let mut stream = wire::connect(server.address);
        stream.write_all(format!("{length}\n").as_bytes()).expect("sent");
        assert_eq!(wire::last_codes(&mut stream), ["too-long"], "{length}");
        let mut stream = wire::connect_tls(server.address);
        stream.write_all(format!("{length}\n").as_bytes()).expect("sent");
        assert_eq!(wire::last_codes(&mut stream), ["too-long"], "{length}");
    }
}

#[test]
fn a_huge_length_is_refused_after_login() {
    let server = RunningServer::start();
    let mut alice = Peer::plain(server.address).named("alice");
    alice.send_bytes(format!("{}\n", MAX_BODY + 1).as_bytes());
    assert_eq!(alice.last_codes(), ["too-long"]);
}

/// Everyone announces as much as a stranger may, and sends nothing of it: no memory is taken for
/// that, and others are served.
#[test]
fn lengths_that_are_never_filled_keep_nobody_out() {
    wire::allow_many_sockets();
    let hub = HubConfig { max_anonymous: 200, ..HubConfig::default() };
    let server =
        RunningServer::with(roomrtc_server::ServerConfig { hub, ..RunningServer::config() });
    let announce = |_| {
        let mut stream = wire::connect(server.address);
        stream.write_all(format!("{MAX_BODY_BEFORE_LOGIN}\nLOGIN").as_bytes()).expect("sent");
        stream
    };
    let strangers: Vec<_> = (0..300).map(announce).collect();
    Peer::tls(server.address).named("alice");
    assert_eq!(strangers.len(), 300);
}
