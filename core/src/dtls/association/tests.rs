//! Two endpoints, and what only their insides can show. The many ways of losing datagrams are tried
//! from outside, in the tests that cross crates.

use std::mem::{size_of, size_of_val};

use super::Endpoint;
use crate::base::{Seed, Time};
use crate::crypto::{AeadAlgorithm, Certificate, HashAlgorithm, default_provider};
use crate::dtls::flight::FlightRecord;
use crate::dtls::handshake::extension::Extensions;
use crate::dtls::handshake::{ClientHello, HandshakeMessage, ServerHelloDone};
use crate::dtls::record::{Record, RecordReader};
use crate::dtls::{
    Alert, AlertDescription, Config, DropReason, Event, ExportError, Failure, Fingerprint,
    ProtocolVersion, Role, SendError, StateName,
};

const NOW: Time = Time::ZERO;

fn certificate(role: Role) -> Certificate {
    Certificate::generate(0, &mut Seed::from_u64(role as u64).stream("certificate"))
}

fn endpoint(role: Role, peer: Role, change: impl FnOnce(&mut Config)) -> Endpoint {
    let mut config = Config::new(role, default_provider(), certificate(role));
    config.srtp_profiles = vec![7, 1];
    change(&mut config);
    let mut endpoint = Endpoint::new(config, Seed::from_u64(10 + role as u64));
    let der = certificate(peer);
    let expected = Fingerprint::of(HashAlgorithm::Sha256, der.der(), default_provider());
    endpoint.set_remote_fingerprints(NOW, &[expected]);
    endpoint
}

fn pair(change: fn(&mut Config)) -> (Endpoint, Endpoint) {
    let client = endpoint(Role::Client, Role::Server, change);
    (client, endpoint(Role::Server, Role::Client, change))
}

fn datagrams(endpoint: &mut Endpoint) -> Vec<Vec<u8>> {
    let mut all = Vec::new();
    loop {
        let mut datagram = Vec::new();
        if !endpoint.poll_transmit(&mut datagram) {
            return all;
        }
        all.push(datagram);
    }
}

fn carry(from: &mut Endpoint, to: &mut Endpoint) {
    datagrams(from).iter().for_each(|datagram| to.handle_datagram(NOW, datagram));
}

fn connected(change: fn(&mut Config)) -> (Endpoint, Endpoint) {
    let (mut client, mut server) = pair(change);
    client.start(NOW, None);
    for _ in 0..3 {
        carry(&mut client, &mut server);
        carry(&mut server, &mut client);
    }
    assert_eq!(client.state(), StateName::Connected);
    assert_eq!(server.state(), StateName::Connected);
    (client, server)
}

fn events(endpoint: &mut Endpoint) -> Vec<Event> {
    std::iter::from_fn(|| endpoint.poll_event()).collect()
}

#[test]
fn both_sides_agree_and_export_the_same_keys() {
    let (mut client, mut server) = connected(|_| {});
    let agreed = client.connected().expect("connected");
    assert_eq!(agreed.srtp_profile, Some(7));
    assert!(agreed.extended_master_secret);
    let keys = |endpoint: &Endpoint| endpoint.export("EXTRACTOR-dtls_srtp", None, 60);
    assert_eq!(keys(&client), keys(&server));
    assert_ne!(keys(&client), client.export("EXTRACTOR-dtls_srtp", Some(b""), 60));
    assert_eq!(client.export("key expansion", None, 1), Err(ExportError::ReservedLabel));
    assert_eq!(client.export("x", Some(&[0; 65_536]), 1), Err(ExportError::ContextTooLong));
    assert_eq!(events(&mut client), [Event::Connected(agreed)]);
    assert!(matches!(events(&mut server)[..], [Event::Connected(_)]));
    assert_eq!(client.deadline().or(server.deadline()), None);
}

#[test]
fn before_the_handshake_nothing_is_exported_or_sent() {
    let (mut client, _) = pair(|_| {});
    assert_eq!(client.export("x", None, 1), Err(ExportError::NotConnected));
    assert_eq!(client.send_application_data(&[1]), Err(SendError::NotConnected));
    client.handle_datagram(NOW, &[22, 0xfe, 0xfd, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]);
    assert_eq!(client.drops().count(DropReason::NotStarted), 1);
}

#[test]
fn a_finished_that_does_not_fit_ends_the_handshake_at_the_server() {
    let (mut client, mut server) = pair(|config| config.mtu = Config::SMALLEST_DATAGRAM);
    client.start(NOW, None);
    carry(&mut client, &mut server);
    carry(&mut server, &mut client);
    let flight = datagrams(&mut client);
    let (last, others) = flight.split_last().expect("a flight");
    others.iter().for_each(|datagram| server.handle_datagram(NOW, datagram));
    assert_eq!(server.state(), StateName::ServerWaitFinished);
    disturb(&mut server);
    server.handle_datagram(NOW, last);
    assert_eq!(events(&mut server), [Event::Failed(Failure::BadFinished)]);
    assert_eq!(alert_received(&mut server, &mut client), AlertDescription::DecryptError);
}

#[test]
fn a_finished_that_does_not_fit_ends_the_handshake_at_the_client() {
    let (mut client, mut server) = pair(|_| {});
    client.start(NOW, None);
    carry(&mut client, &mut server);
    carry(&mut server, &mut client);
    carry(&mut client, &mut server);
    disturb(&mut client);
    carry(&mut server, &mut client);
    assert_eq!(events(&mut client), [Event::Failed(Failure::BadFinished)]);
    server.poll_event().expect("connected");
    assert_eq!(alert_received(&mut client, &mut server), AlertDescription::DecryptError);
    assert_eq!(server.state(), StateName::Failed);
}

/// Makes an endpoint believe in a message that the other has not sent.
fn disturb(endpoint: &mut Endpoint) {
    let context = endpoint.context.as_mut().expect("a handshake");
    context.transcript.add(&HandshakeMessage::new(9, &ServerHelloDone));
}

fn alert_received(from: &mut Endpoint, to: &mut Endpoint) -> AlertDescription {
    carry(from, to);
    match to.poll_event() {
        Some(Event::AlertReceived { alert, .. }) => alert.description,
        other => panic!("{other:?}"),
    }
}

#[test]
fn application_data_goes_both_ways_and_no_record_is_taken_twice() {
    let (mut client, mut server) = connected(|_| {});
    client.send_application_data(b"ping").expect("connected");
    let sent = datagrams(&mut client);
    for _ in 0..2 {
        server.handle_datagram(NOW, &sent[0]);
    }
    assert_eq!(events(&mut server)[1..], [Event::ApplicationData(b"ping".to_vec())]);
    assert_eq!(server.drops().count(DropReason::RecordReplayed), 1);
    let too_large = vec![0; 1_200];
    let limit = 1_200 - 37;
    let refused = server.send_application_data(&too_large);
    assert_eq!(refused, Err(SendError::TooLarge { length: 1_200, limit }));
    server.send_application_data(&too_large[..limit]).expect("fits");
    let sent = datagrams(&mut server);
    assert_eq!(sent[0].len(), 1_200);
}

#[test]
fn an_idle_connected_endpoint_is_small() {
    let (mut client, mut server) = connected(|_| {});
    events(&mut client);
    events(&mut server);
    assert!(client.context.is_none() && server.context.is_none());
    assert!(client.flight.is_empty());
    // On the heap a client has its two keys and nothing else; a server also its last flight, two
    // records of some 100 bytes together.
    let key = default_provider().aead(AeadAlgorithm::Aes256Gcm, &[0; 32]).expect("a key");
    let total = size_of::<Endpoint>() + 2 * size_of_val(key.as_ref()) + 200;
    assert!(total <= 3_072, "{total} bytes, {} without the heap", size_of::<Endpoint>());
}

#[test]
fn a_clone_goes_on_by_itself_with_the_same_bytes() {
    let (mut client, mut server) = pair(|_| {});
    client.start(NOW, None);
    let mut twin = client.clone();
    carry(&mut client, &mut server);
    let answer = datagrams(&mut server);
    datagrams(&mut twin);
    answer.iter().for_each(|datagram| client.handle_datagram(NOW, datagram));
    answer.iter().for_each(|datagram| twin.handle_datagram(NOW, datagram));
    assert_eq!(datagrams(&mut client), datagrams(&mut twin));
}

#[test]
fn a_wish_to_renegotiate_is_refused_once() {
    let (mut client, mut server) = connected(|_| {});
    events(&mut client);
    let hello = ClientHello {
        version: ProtocolVersion::Dtls12.code(),
        random: [0; 32],
        session_id: vec![],
        cookie: vec![],
        cipher_suites: vec![0xc02b],
        compression_methods: vec![0],
        extensions: Extensions::default(),
    };
    for sequence in 0..3 {
        let message = HandshakeMessage::new(sequence, &hello);
        client.flight.push(FlightRecord::message(&message, ProtocolVersion::Dtls12, 1));
    }
    carry(&mut client, &mut server);
    assert_eq!(server.drops().count(DropReason::RenegotiationRefused), 3);
    carry(&mut server, &mut client);
    let alert = Alert::warning(AlertDescription::NoRenegotiation);
    let refused = Event::AlertReceived { alert, authenticated: true };
    assert_eq!(events(&mut client), [refused]);
    assert_eq!(client.state(), StateName::Connected);
    assert_eq!(server.state(), StateName::Connected);
}

#[test]
fn an_epoch_without_numbers_left_ends_the_association() {
    let (mut client, _) = connected(|_| {});
    events(&mut client);
    client.writer.use_up();
    client.send_application_data(b"one too many").expect("connected");
    assert_eq!(datagrams(&mut client), Vec::<Vec<u8>>::new());
    assert_eq!(events(&mut client), [Event::Failed(Failure::SequenceNumbersExhausted)]);
}

#[test]
fn no_record_number_is_used_twice_however_often_a_flight_is_repeated() {
    let (mut client, mut server) = pair(|config| config.mtu = 300);
    client.start(NOW, None);
    carry(&mut client, &mut server);
    carry(&mut server, &mut client);
    let mut numbers = Vec::new();
    for _ in 0..4 {
        for datagram in datagrams(&mut client) {
            let mut reader = crate::wire::ByteReader::new(&datagram);
            while let Ok(record) = Record::decode(&mut reader) {
                assert!(RecordReader::check(&record).is_ok());
                numbers.push((record.epoch, record.sequence));
            }
        }
        let due = client.deadline().expect("a retransmission").at;
        client.handle_timeout(due);
    }
    assert_eq!(client.flights_repeated(), 4);
    let count = numbers.len();
    numbers.sort_unstable();
    numbers.dedup();
    assert_eq!(numbers.len(), count);
}

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
