//! Properties of the codecs: what is written is read back, and no bytes bring them down.

use proptest::collection::vec;
use proptest::prelude::*;
use roomrtc_core::dtls::handshake::extension::{Extension, Extensions};
use roomrtc_core::dtls::handshake::{
    CertificateMessage, CertificateRequest, CertificateVerify, ClientHello, ClientKeyExchange,
    Finished, Fragment, HelloVerifyRequest, MessageBody, Reassembler, ServerHello, ServerHelloDone,
    ServerKeyExchange,
};
use roomrtc_core::dtls::record::Record;
use roomrtc_core::dtls::{Alert, AlertDescription, AlertLevel};
use roomrtc_core::wire::{ByteReader, ByteWriter};

fn encoded<M: MessageBody>(message: &M) -> Vec<u8> {
    let mut bytes = Vec::new();
    message.encode(&mut ByteWriter::new(&mut bytes));
    bytes
}

fn bytes(most: usize) -> impl Strategy<Value = Vec<u8>> {
    vec(any::<u8>(), 0..=most)
}

fn some_bytes(most: usize) -> impl Strategy<Value = Vec<u8>> {
    vec(any::<u8>(), 1..=most)
}

fn extensions() -> impl Strategy<Value = Extensions> {
    proptest::collection::btree_map(any::<u16>(), bytes(40), 0..12).prop_map(|map| {
        Extensions(map.into_iter().map(|(code, body)| Extension { code, body }).collect())
    })
}

fn client_hello() -> impl Strategy<Value = ClientHello> {
    let lists = (bytes(32), bytes(255), vec(any::<u16>(), 1..40), some_bytes(255));
    (any::<u16>(), any::<[u8; 32]>(), lists, extensions()).prop_map(
        |(
            version,
            random,
            (session_id, cookie, cipher_suites, compression_methods),
            extensions,
        )| {
            ClientHello {
                version,
                random,
                session_id,
                cookie,
                cipher_suites,
                compression_methods,
                extensions,
            }
        },
    )
}

fn server_hello() -> impl Strategy<Value = ServerHello> {
    let choice = (any::<u16>(), any::<u8>(), extensions());
    (any::<u16>(), any::<[u8; 32]>(), bytes(32), choice).prop_map(
        |(version, random, session_id, (cipher_suite, compression_method, extensions))| {
            ServerHello {
                version,
                random,
                session_id,
                cipher_suite,
                compression_method,
                extensions,
            }
        },
    )
}

proptest! {
    #[test]
    fn client_hellos_survive(hello in client_hello()) {
        prop_assert_eq!(ClientHello::decode(&encoded(&hello)), Ok(hello));
    }

    #[test]
    fn server_hellos_survive(hello in server_hello()) {
        prop_assert_eq!(ServerHello::decode(&encoded(&hello)), Ok(hello));
    }

    #[test]
    fn cookies_and_certificates_survive(
        version: u16, cookie in bytes(255), certificates in vec(some_bytes(300), 0..5),
    ) {
        let request = HelloVerifyRequest { version, cookie };
        prop_assert_eq!(HelloVerifyRequest::decode(&encoded(&request)), Ok(request));
        let message = CertificateMessage { certificates };
        prop_assert_eq!(CertificateMessage::decode(&encoded(&message)), Ok(message));
    }

    #[test]
    fn key_exchanges_survive(
        group: u16, public_key in some_bytes(255), scheme: u16, signature in bytes(300),
    ) {
        let client = ClientKeyExchange { public_key: public_key.clone() };
        prop_assert_eq!(ClientKeyExchange::decode(&encoded(&client)), Ok(client));
        let verify = CertificateVerify { scheme, signature: signature.clone() };
        prop_assert_eq!(CertificateVerify::decode(&encoded(&verify)), Ok(verify));
        let server = ServerKeyExchange { group, public_key, scheme, signature };
        prop_assert_eq!(ServerKeyExchange::decode(&encoded(&server)), Ok(server));
    }

    #[test]
    fn certificate_requests_survive(
        certificate_types in some_bytes(255),
        signature_schemes in vec(any::<u16>(), 1..40),
        authorities in vec(bytes(80), 0..6),
    ) {
        let request = CertificateRequest { certificate_types, signature_schemes, authorities };
        prop_assert_eq!(CertificateRequest::decode(&encoded(&request)), Ok(request));
    }

    #[test]
    fn records_and_alerts_survive(
        content_type: u8, version: u16, epoch: u16, sequence in 0u64..1 << 48,
        payload in bytes(200), level in 1u8..=2, description: u8,
    ) {
        let record = Record { content_type, version, epoch, sequence, payload: &payload };
        let mut bytes = Vec::new();
        record.encode(&mut ByteWriter::new(&mut bytes));
        prop_assert_eq!(Record::decode(&mut ByteReader::new(&bytes)), Ok(record));
        let level = AlertLevel::from_code(level).expect("a level");
        let alert = Alert { level, description: AlertDescription::from_code(description) };
        prop_assert_eq!(Alert::decode(&alert.encode()), Ok(alert));
    }

    #[test]
    fn arbitrary_bytes_are_read_or_refused(bytes in bytes(400)) {
        read_as_everything(&bytes);
    }

    #[test]
    fn changed_hellos_are_read_or_refused(
        hello in client_hello(), at: prop::sample::Index, change in 1u8..,
    ) {
        let mut bytes = encoded(&hello);
        let at = at.index(bytes.len());
        bytes[at] ^= change;
        read_as_everything(&bytes);
    }

    #[test]
    fn a_message_cut_anyhow_comes_together(
        body in some_bytes(600), cuts in vec((any::<prop::sample::Index>(), 1usize..200), 0..40),
    ) {
        let mut reassembler = Reassembler::default();
        let length = body.len() as u32;
        let piece = |from: usize, to: usize| Fragment {
            message_type: 11, length, sequence: 0, offset: from as u32, body: &body[from..to],
        };
        for (from, length) in cuts {
            let from = from.index(body.len());
            let to = (from + length).min(body.len());
            reassembler.insert(&piece(from, to)).expect("kept or repeated");
        }
        reassembler.insert(&piece(0, body.len())).expect("kept or repeated");
        let message = reassembler.take().expect("complete");
        prop_assert_eq!(message.body(), &body[..]);
    }

    #[test]
    fn whatever_fragments_claim_the_reassembler_stays_small(
        claims in vec((1u8..3, any::<u16>(), 0u32..1 << 24, 0u16..20), 0..200),
    ) {
        let mut reassembler = Reassembler::default();
        for (message_type, offset, length, sequence) in claims {
            let offset = u32::from(offset).min(length.saturating_sub(1));
            let body: &[u8] = if length == 0 { &[] } else { &[7] };
            let _ = reassembler.insert(&Fragment { message_type, length, sequence, offset, body });
            prop_assert!(reassembler.footprint() <= Reassembler::LARGEST + 8 * 12);
        }
    }
}

fn read_as_everything(bytes: &[u8]) {
    let _ = ClientHello::decode(bytes);
    let _ = ServerHello::decode(bytes);
    let _ = HelloVerifyRequest::decode(bytes);
    let _ = CertificateMessage::decode(bytes);
    let _ = ServerKeyExchange::decode(bytes);
    let _ = CertificateRequest::decode(bytes);
    let _ = ServerHelloDone::decode(bytes);
    let _ = CertificateVerify::decode(bytes);
    let _ = ClientKeyExchange::decode(bytes);
    let _ = Finished::decode(bytes);
    let _ = Alert::decode(bytes);
    let _ = Fragment::decode(&mut ByteReader::new(bytes));
    let _ = Record::decode(&mut ByteReader::new(bytes));
}
