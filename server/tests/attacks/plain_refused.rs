//! A password in the clear, over the network.

use std::net::SocketAddr;

use roomrtc_server::ServerConfig;

use crate::peer::Peer;
use crate::running_server::RunningServer;
use crate::wire;

fn on_the_network(allow_plain: bool) -> RunningServer {
    let listen = SocketAddr::from(([0, 0, 0, 0], 0));
    RunningServer::with(ServerConfig { listen, allow_plain, ..RunningServer::config() })
}

#[test]
fn what_is_not_tls_is_refused_off_loopback() {
    let server = on_the_network(false);
    let said = wire::ask(server.address, b"40\nLOGIN|user=alice|password=correct horse 1");
    assert!(said.contains("code=tls-required"), "{said}");
    let page = wire::ask(server.address, b"GET / HTTP/1.1\r\nHost: a\r\n\r\n");
    assert_eq!(wire::status(&page), 426);
    assert!(!page.contains("<html"), "{page}");
    Peer::tls(server.address).named("alice");
    assert_eq!(server.metric("roomrtc_connections_turned_away_total{reason=\"plain\"}"), 2.0);
}

#[test]
fn it_is_taken_where_that_is_asked_for() {
    let server = on_the_network(true);
    Peer::plain(server.address).named("alice");
    assert_eq!(wire::get(server.address, "/").0, 200);
}

#[test]
fn the_operators_address_is_for_this_machine() {
    let metrics = Some(SocketAddr::from(([0, 0, 0, 0], 0)));
    let config = ServerConfig { metrics, ..RunningServer::config() };
    let refused = roomrtc_server::Server::bind(config).expect_err("refused");
    assert!(refused.to_string().contains("on a loopback address only"), "{refused}");
}
