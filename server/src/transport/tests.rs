//! The whole stack, with a client's TLS on the other end, in memory.

use std::io::{Read, Write};
use std::sync::Arc;
use std::time::SystemTime;

use roomrtc_core::signaling::Message;
use rustls::{ClientConfig, ClientConnection, RootCertStore};
use tungstenite::protocol::frame::coding::CloseCode;

use super::tls::{Certificate, TlsSession, TlsSettings};
use super::{Arrival, Opening, Transport, TransportKind};

const LIMIT: usize = 2_048;

/// A server's settings, and a client that trusts nobody but it.
fn both_ends() -> (TlsSettings, ClientConnection) {
    let (certificate, key) = Certificate::make(SystemTime::now()).expect("made");
    let certificate =
        Certificate::from_pem(certificate.as_bytes(), key.as_bytes()).expect("usable");
    let mut roots = RootCertStore::empty();
    roots.add(certificate.key.cert[0].clone()).expect("a certificate");
    let config =
        ClientConfig::builder_with_provider(Arc::new(rustls::crypto::ring::default_provider()))
            .with_safe_default_protocol_versions()
            .expect("versions")
            .with_root_certificates(roots)
            .with_no_client_auth();
    let client = ClientConnection::new(Arc::new(config), "localhost".try_into().expect("a name"));
    (TlsSettings::new(certificate).expect("randomness"), client.expect("a client"))
}

/// Carries bytes to and fro until both are silent; gives back what arrived at the server.
fn exchange(
    settings: &TlsSettings,
    client: &mut ClientConnection,
    server: &mut Transport,
    output: &mut Vec<u8>,
) -> Vec<Arrival> {
    let mut arrivals = Vec::new();
    loop {
        let mut bytes = Vec::new();
        while client.wants_write() {
            client.write_tls(&mut bytes).expect("written to memory");
        }
        if bytes.is_empty() && output.is_empty() {
            return arrivals;
        }
        // One by one, so that nothing depends on how it is cut.
        for byte in bytes {
            server.receive(Some(settings), &[byte], output).expect("a session that goes on");
            arrivals.extend(std::iter::from_fn(|| server.poll(LIMIT, output)));
        }
        let mut input = &std::mem::take(output)[..];
        while !input.is_empty() {
            client.read_tls(&mut input).expect("read from memory");
            client.process_new_packets().expect("a session that goes on");
        }
    }
}

#[test]
fn frames_pass_inside_tls_and_it_ends_in_its_own_terms() {
    let (settings, mut client) = both_ends();
    let (mut server, mut output) = (Transport::new(false), Vec::new());
    client.writer().write_all(b"6\nLOGOUT").expect("kept");
    let arrivals = exchange(&settings, &mut client, &mut server, &mut output);
    assert_eq!(arrivals, [Arrival::Frames, Arrival::Message(Message::Logout)]);
    assert!(server.is_tls() && !server.is_handshaking() && !server.has_unread());
    server.send(&Message::Pong, &mut output).expect("short");
    server.close(CloseCode::Away, &mut output);
    exchange(&settings, &mut client, &mut server, &mut output);
    let mut received = Vec::new();
    client.reader().read_to_end(&mut received).expect("an end that was said");
    assert_eq!(received, b"4\nPONG");
    client.send_close_notify();
    assert_eq!(exchange(&settings, &mut client, &mut server, &mut output), [Arrival::Ended]);
}

#[test]
fn requests_pass_inside_tls_and_become_websockets() {
    let (settings, mut client) = both_ends();
    let (mut server, mut output) = (Transport::new(false), Vec::new());
    client.writer().write_all(b"GET / HTTP/1.1\r\nHost: a\r\n\r\n").expect("kept");
    let arrivals = exchange(&settings, &mut client, &mut server, &mut output);
    assert!(matches!(&arrivals[..], [Arrival::Request(_)]), "{arrivals:?}");
    assert_eq!(server.kind(), TransportKind::Http);
    server.upgrade();
    client.writer().write_all(b"\x81\x84\0\0\0\0PING").expect("kept");
    let arrivals = exchange(&settings, &mut client, &mut server, &mut output);
    assert_eq!(arrivals, [Arrival::Message(Message::Ping)]);
}

#[test]
fn what_is_plain_is_refused_where_only_tls_is_taken() {
    let (settings, _) = both_ends();
    for (bytes, opening) in [(&b"6\nLOGOUT"[..], Opening::Frames), (b"GET", Opening::Http)] {
        let (mut server, mut output) = (Transport::new(false), Vec::new());
        server.receive(Some(&settings), bytes, &mut output).expect("received");
        assert_eq!(server.poll(LIMIT, &mut output), Some(Arrival::Plain(opening)));
        server.receive(Some(&settings), bytes, &mut output).expect("received");
        assert_eq!((server.poll(LIMIT, &mut output), output), (None, Vec::new()));
    }
}

#[test]
fn a_handshake_is_bounded() {
    let (settings, _) = both_ends();
    let (mut server, mut output) = (Transport::new(false), Vec::new());
    let record = [&[0x16, 3, 1, 0x10, 0, 1, 0, 0xff, 0xff][..], &[0; 4_092]].concat();
    let mut received = 0;
    while server.receive(Some(&settings), &record, &mut output).is_ok() {
        received += record.len();
        assert!(received <= TlsSession::MAX_HANDSHAKE, "{received} bytes of a handshake");
    }
}

#[test]
fn a_connection_that_rests_holds_no_buffer() {
    let (mut server, mut output) = (Transport::new(true), Vec::new());
    server.receive(None, b"6\nLOGOUT", &mut output).expect("received");
    assert!(server.has_unread());
    while server.poll(LIMIT, &mut output).is_some() {}
    assert!(!server.has_unread() && server.is_at_rest());
}
