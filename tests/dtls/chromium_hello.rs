//! The first flight of a browser: version 1.3 and post-quantum key shares offered first, GREASE (RFC
//! 8701) among everything, in two datagrams. The answer is version 1.2.

use roomrtc_core::base::Time;
use roomrtc_core::dtls::handshake::extension::{
    EcPointFormats, ExtendedMasterSecret, Extension, Extensions, RenegotiationInfo,
    SignatureAlgorithms, SupportedGroups, SupportedVersions, UseSrtp,
};
use roomrtc_core::dtls::handshake::{
    CertificateRequest, ClientHello, Fragment, HandshakeMessage, MessageBody, Reassembler,
    ServerHello, ServerKeyExchange,
};
use roomrtc_core::dtls::record::Record;
use roomrtc_core::dtls::{Event, Failure, Role, StateName};
use roomrtc_core::wire::{ByteReader, ByteWriter};

use super::pair::Pair;

/// Both key shares, X25519MLKEM768 (1,216 bytes) and x25519, behind one of GREASE.
fn key_shares() -> Extension {
    let mut body = Vec::new();
    ByteWriter::new(&mut body).prefixed(2, |shares| {
        for (group, length) in [(0x8a8a, 1), (0x11ec, 1_216), (29, 32)] {
            shares.u16(group);
            shares.prefixed(2, |w| w.bytes(&vec![0x5a; length]));
        }
    });
    Extension { code: 51, body }
}

fn extensions(versions: &[u16]) -> Extensions {
    let mut extensions = Extensions(vec![Extension { code: 0x1a1a, body: vec![] }, key_shares()]);
    extensions.push(&SupportedVersions { versions: versions.to_vec() });
    extensions.push(&SupportedGroups { groups: vec![0x8a8a, 0x11ec, 29, 23, 24] });
    let schemes = vec![0x0403, 0x0804, 0x0401, 0x0503, 0x0805, 0x0501, 0x0806, 0x0601];
    extensions.push(&SignatureAlgorithms { schemes });
    extensions.push(&UseSrtp { profiles: vec![1, 8, 7], mki: vec![] });
    extensions.push(&EcPointFormats { formats: vec![0] });
    extensions.push(&ExtendedMasterSecret);
    extensions.push(&RenegotiationInfo { renegotiated_connection: vec![] });
    extensions.0.push(Extension { code: 35, body: vec![] });
    extensions.0.push(Extension { code: 45, body: vec![1, 1] });
    extensions.0.push(Extension { code: 0xfe0d, body: vec![0; 20] });
    extensions.0.push(Extension { code: 0x3a3a, body: vec![0] });
    extensions
}

fn hello(versions: &[u16]) -> ClientHello {
    ClientHello {
        version: 0xfefd,
        random: [0x42; 32],
        session_id: vec![],
        cookie: vec![],
        cipher_suites: vec![
            0x2a2a, 0x1301, 0x1302, 0x1303, 0xc02b, 0xc02f, 0xcca9, 0xcca8, 0xc009, 0xc013, 0xc00a,
            0xc014, 0x009c, 0x002f, 0x0035,
        ],
        compression_methods: vec![0],
        extensions: extensions(versions),
    }
}

/// The message in two datagrams, cut so that the first has `first` bytes of it.
fn two_datagrams(hello: &ClientHello, first: usize) -> [Vec<u8>; 2] {
    let message = HandshakeMessage::new(0, hello);
    let whole = Fragment::decode(&mut ByteReader::new(message.bytes())).expect("valid");
    let part = |sequence: u64, from: usize, to: usize| {
        let mut payload = Vec::new();
        let piece = Fragment { offset: from as u32, body: &whole.body[from..to], ..whole };
        piece.encode(&mut ByteWriter::new(&mut payload));
        let (content_type, version) = (22, 0xfeff);
        let record = Record { content_type, version, epoch: 0, sequence, payload: &payload };
        let mut datagram = Vec::new();
        record.encode(&mut ByteWriter::new(&mut datagram));
        datagram
    };
    [part(0, 0, first), part(1, first, whole.body.len())]
}

fn answer(pair: &mut Pair) -> Reassembler {
    let mut reassembler = Reassembler::default();
    let mut datagram = Vec::new();
    while pair.server.poll_transmit(&mut datagram) {}
    let mut reader = ByteReader::new(&datagram);
    while let Ok(record) = Record::decode(&mut reader) {
        let fragment = Fragment::decode(&mut ByteReader::new(record.payload)).expect("valid");
        reassembler.insert(&fragment).expect("kept");
    }
    reassembler
}

fn next<M: MessageBody>(reassembler: &mut Reassembler) -> M {
    let message = reassembler.take().expect("another message");
    assert_eq!(message.message_type, M::TYPE);
    M::decode(message.body()).expect("valid")
}

#[test]
fn it_is_as_large_as_those_of_browsers() {
    let [first, second] = two_datagrams(&hello(&[0xfefc, 0xfefd]), 1_150);
    assert!((1_400..1_600).contains(&(first.len() + second.len())));
    assert_eq!(first.len(), 1_175);
}

#[test]
fn a_hello_in_two_datagrams_in_either_order_is_answered_with_version_1_2() {
    for order in [[0, 1], [1, 0]] {
        let mut pair = Pair::new(1, |_| {});
        let datagrams = two_datagrams(&hello(&[0xbaba, 0xfefc, 0xfefd]), 1_150);
        for index in order {
            pair.server.handle_datagram(Time::ZERO, &datagrams[index]);
        }
        assert_eq!(pair.server.state(), StateName::ServerWaitCertificate);
        assert_eq!(pair.server.drops().total(), 0);
        let mut answer = answer(&mut pair);
        let hello: ServerHello = next(&mut answer);
        assert_eq!((hello.version, hello.cipher_suite), (0xfefd, 0xc02b));
        let codes: Vec<u16> = hello.extensions.0.iter().map(|it| it.code).collect();
        assert_eq!(codes, [23, 0xff01, 11, 14]);
        let srtp = hello.extensions.find::<UseSrtp>().expect("valid").expect("answered");
        assert_eq!(srtp.profiles, [7]);
        answer.take().expect("the certificate");
        let exchange: ServerKeyExchange = next(&mut answer);
        assert_eq!((exchange.group, exchange.scheme), (29, 0x0403));
        let request: CertificateRequest = next(&mut answer);
        assert_eq!(request.certificate_types, [64, 1]);
    }
}

#[test]
fn the_second_datagram_again_and_again_is_answered_once() {
    let mut pair = Pair::new(1, |_| {});
    pair.start();
    let datagrams = two_datagrams(&hello(&[0xfefc, 0xfefd]), 1_000);
    for datagram in [&datagrams[0], &datagrams[1], &datagrams[1], &datagrams[0]] {
        pair.server.handle_datagram(Time::ZERO, datagram);
    }
    let mut sent = 0;
    while pair.server.poll_transmit(&mut Vec::new()) {
        sent += 1;
    }
    assert_eq!(sent, 1);
    pair.server.handle_datagram(Time::from_millis(60), &datagrams[1]);
    pair.server.handle_datagram(Time::from_millis(60), &datagrams[0]);
    assert!(pair.server.poll_transmit(&mut Vec::new()));
    assert!(!pair.server.poll_transmit(&mut Vec::new()));
}

#[test]
fn a_client_that_speaks_1_3_only_is_told_that_we_do_not() {
    let mut pair = Pair::new(1, |_| {});
    for datagram in two_datagrams(&hello(&[0xbaba, 0xfefc]), 1_150) {
        pair.server.handle_datagram(Time::ZERO, &datagram);
    }
    // A stranger may have sent it: another hello has time to come.
    let due = pair.server.deadline().expect("the end").at;
    pair.server.handle_timeout(due);
    assert_eq!(pair.server.poll_event(), Some(Event::Failed(Failure::UnsupportedVersion)));
    let mut alert = Vec::new();
    assert!(pair.endpoint(Role::Server).poll_transmit(&mut alert));
    assert_eq!(alert[13..], [2, 70]);
}

#[test]
fn the_signalling_suite_stands_for_an_empty_renegotiation_info() {
    let mut pair = Pair::new(1, |_| {});
    let mut hello = hello(&[0xfefd]);
    hello.extensions.0.retain(|extension| extension.code != 0xff01);
    hello.cipher_suites.push(ClientHello::EMPTY_RENEGOTIATION_INFO_SCSV);
    for datagram in two_datagrams(&hello, 700) {
        pair.server.handle_datagram(Time::ZERO, &datagram);
    }
    let hello: ServerHello = next(&mut answer(&mut pair));
    assert!(hello.extensions.contains(0xff01));
}

#[test]
fn a_hello_that_claims_to_renegotiate_is_refused() {
    let mut pair = Pair::new(1, |_| {});
    let mut hello = hello(&[0xfefd]);
    hello.extensions.0.retain(|extension| extension.code != 0xff01);
    hello.extensions.push(&RenegotiationInfo { renegotiated_connection: vec![1; 12] });
    for datagram in two_datagrams(&hello, 700) {
        pair.server.handle_datagram(Time::ZERO, &datagram);
    }
    let due = pair.server.deadline().expect("the end").at;
    pair.server.handle_timeout(due);
    assert_eq!(pair.server.poll_event(), Some(Event::Failed(Failure::SecureRenegotiation)));
}
