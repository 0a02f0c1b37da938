//! Messages and alerts that may be forged.

use super::super::Endpoint;
use super::endpoints::{NOW, carry, certificate, datagrams, events, pair};
use crate::base::{Seed, Time};
use crate::crypto::default_provider;
use crate::dtls::record::Record;
use crate::dtls::{Config, Event, Role, StateName};

/// An endpoint that is nobody's peer, and what it sends first.
fn stranger(role: Role) -> Endpoint {
    let config = Config::new(role, default_provider(), certificate(role));
    Endpoint::new(config, Seed::from_u64(99))
}

/// The first record of a datagram.
fn first_record(datagram: &[u8]) -> &[u8] {
    let mut reader = crate::wire::ByteReader::new(datagram);
    let record = Record::decode(&mut reader).expect("a record");
    &datagram[..Record::HEADER_LENGTH + record.payload.len()]
}

fn settle(client: &mut Endpoint, server: &mut Endpoint) {
    for _ in 0..6 {
        carry(client, server);
        carry(server, client);
    }
    assert_eq!(client.state(), StateName::Connected);
    assert_eq!(server.state(), StateName::Connected);
}

#[test]
fn a_forged_server_hello_gives_way_to_the_servers_own() {
    let (mut client, mut server) = pair(|config| config.srtp_profiles = Vec::new());
    client.start(NOW, None);
    let hello = datagrams(&mut client);
    let mut impostor = stranger(Role::Server);
    impostor.handle_datagram(NOW, &hello[0]);
    server.handle_datagram(NOW, &hello[0]);
    client.handle_datagram(NOW, first_record(&datagrams(&mut impostor)[0]));
    assert_eq!(client.state(), StateName::ClientWaitCertificate);
    settle(&mut client, &mut server);
}

#[test]
fn a_server_hello_that_must_not_be_is_forgotten() {
    let (mut client, mut server) = pair(|_| {});
    client.start(NOW, None);
    let hello = datagrams(&mut client);
    // It does not know of SRTP, which this client insists on.
    let forged = datagrams(&mut server_without_srtp());
    client.handle_datagram(NOW, first_record(&forged[0]));
    assert_eq!(client.state(), StateName::ClientWaitServerHello);
    assert_eq!(events(&mut client), []);
    server.handle_datagram(NOW, &hello[0]);
    settle(&mut client, &mut server);
}

/// A server that has answered a client without SRTP.
fn server_without_srtp() -> Endpoint {
    let (mut client, mut server) = pair(|config| config.srtp_profiles = Vec::new());
    client.start(NOW, None);
    carry(&mut client, &mut server);
    server
}

#[test]
fn a_client_hello_that_comes_second_proves_itself_with_a_cookie() {
    let (mut client, mut server) = pair(|_| {});
    let mut config = Config::new(Role::Client, default_provider(), certificate(Role::Client));
    config.srtp_profiles = vec![7];
    let mut impostor = Endpoint::new(config, Seed::from_u64(99));
    impostor.start(NOW, None);
    carry(&mut impostor, &mut server);
    assert_eq!(server.state(), StateName::ServerWaitCertificate);
    client.start(NOW, None);
    // The flight for the other hello comes to the client, which finds the signature wrong.
    carry(&mut server, &mut client);
    assert_eq!(client.state(), StateName::ClientWaitServerHello);
    carry(&mut client, &mut server);
    assert_eq!(server.state(), StateName::ServerWaitCertificate);
    let asked = datagrams(&mut server);
    assert_eq!(asked.len(), 1);
    assert_eq!(asked[0][Record::HEADER_LENGTH], 3, "a HelloVerifyRequest");
    client.handle_datagram(NOW, &asked[0]);
    settle(&mut client, &mut server);
}

#[test]
fn hellos_without_a_cookie_change_nothing_once_one_was_taken() {
    let (mut client, mut server) = pair(|_| {});
    client.start(NOW, None);
    carry(&mut client, &mut server);
    for seed in 100..140 {
        let config = Config::new(Role::Client, default_provider(), certificate(Role::Client));
        let mut impostor = Endpoint::new(config, Seed::from_u64(seed));
        impostor.start(NOW, None);
        carry(&mut impostor, &mut server);
        assert_eq!(server.state(), StateName::ServerWaitCertificate);
    }
    settle(&mut client, &mut server);
}

#[test]
fn what_stays_wrong_ends_the_handshake_after_a_while() {
    let (mut client, mut server) = pair(|_| {});
    client.set_remote_fingerprints(NOW, &[]);
    client.start(NOW, None);
    carry(&mut client, &mut server);
    carry(&mut server, &mut client);
    assert_eq!(events(&mut client), []);
    let mut now = NOW;
    while client.state() != StateName::Failed {
        now = client.deadline().expect("something to wait for").at;
        client.handle_timeout(now);
        carry(&mut client, &mut server);
        carry(&mut server, &mut client);
    }
    assert_eq!(now, Time::from_secs(4));
    assert_eq!(events(&mut client), [Event::FingerprintMismatch]);
}

#[test]
fn an_alert_in_the_clear_is_not_believed_while_the_peer_goes_on() {
    let (mut client, mut server) = pair(|_| {});
    client.start(NOW, None);
    let hello = datagrams(&mut client);
    server.handle_datagram(NOW, &alert(40));
    assert!(server.deadline().is_some());
    server.handle_datagram(NOW, &hello[0]);
    server.handle_datagram(NOW, &alert(40));
    server.handle_datagram(NOW, &hello[0]);
    server.handle_timeout(Time::from_secs(4));
    assert_eq!(server.state(), StateName::ServerWaitCertificate);
    server.handle_datagram(Time::from_secs(4), &alert(40));
    server.handle_timeout(Time::from_secs(8));
    assert_eq!(server.state(), StateName::Failed);
}

#[test]
fn messages_and_alerts_that_contradict_each_other_are_not_believed() {
    let (mut client, mut server) = pair(|_| {});
    client.start(NOW, None);
    let hello = datagrams(&mut client);
    for seed in 0..2 {
        let config = Config::new(Role::Server, default_provider(), certificate(Role::Server));
        let mut impostor = Endpoint::new(config, Seed::from_u64(seed));
        let (mut other, _) = pair(|config| config.srtp_profiles = Vec::new());
        other.start(NOW, None);
        carry(&mut other, &mut impostor);
        client.handle_datagram(NOW, first_record(&datagrams(&mut impostor)[0]));
        // An alert of its own kind each time.
        server.handle_datagram(NOW, &alert(40 + seed as u8));
    }
    client.handle_timeout(Time::from_secs(20));
    server.handle_timeout(Time::from_secs(20));
    assert_eq!(client.state(), StateName::ClientWaitServerHello);
    assert_eq!(server.state(), StateName::ServerWaitClientHello);
    server.handle_datagram(NOW, &hello[0]);
    settle(&mut client, &mut server);
}

/// A fatal alert in plaintext.
fn alert(description: u8) -> [u8; 15] {
    [21, 0xfe, 0xfd, 0, 0, 0, 0, 0, 0, 0, 9, 0, 2, 2, description]
}
