//! From the handshake to the end.

use std::mem::{size_of, size_of_val};

use super::super::Endpoint;
use super::endpoints::{NOW, carry, connected, datagrams, events, pair};
use crate::crypto::{AeadAlgorithm, default_provider};
use crate::dtls::flight::FlightRecord;
use crate::dtls::handshake::extension::Extensions;
use crate::dtls::handshake::{ClientHello, HandshakeMessage, ServerHelloDone};
use crate::dtls::record::{Record, RecordReader};
use crate::dtls::{
    Alert, AlertDescription, Config, DropReason, Event, ExportError, Failure, ProtocolVersion,
    SendError, StateName,
};

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
