//! One address that wants all connections for itself.

use roomrtc_server::ServerConfig;

use crate::peer::Peer;
use crate::running_server::RunningServer;
use crate::wire;

#[test]
fn an_address_has_no_more_than_its_share() {
    let config = ServerConfig { max_connections_per_address: 4, ..RunningServer::config() };
    let server = RunningServer::with(config);
    let peers: Vec<_> = (0..4).map(|_| Peer::plain(server.address)).collect();
    let mut refused = wire::connect(server.address);
    assert_eq!(wire::rest(&mut refused), b"");
    Peer::on(wire::connect_from([127, 0, 0, 2], server.address)).named("alice");
    drop(peers);
    server.wait_for_metric("roomrtc_connections{transport=\"frames\",tls=\"no\"}", |n| n == 0.0);
    Peer::plain(server.address).named("bob");
}

#[test]
fn there_are_no_more_connections_than_there_may_be() {
    let config = ServerConfig { max_connections: 3, ..RunningServer::config() };
    let server = RunningServer::with(config);
    let peers: Vec<_> = (0..3).map(|_| Peer::plain(server.address)).collect();
    assert_eq!(wire::rest(&mut wire::connect(server.address)), b"");
    drop(peers);
    server.wait_for_metric("roomrtc_connections{transport=\"frames\",tls=\"no\"}", |n| n == 0.0);
    Peer::plain(server.address).named("alice");
}
