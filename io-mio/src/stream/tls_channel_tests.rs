//! A client's TLS against a server's, in memory.

use std::io::{Read, Write};
use std::net::{IpAddr, Ipv4Addr};
use std::sync::Arc;

use rustls::crypto::ring::default_provider;
use rustls::pki_types::{CertificateDer, PrivateKeyDer};
use rustls::{ServerConfig, ServerConnection, SupportedProtocolVersion};

use super::memory_socket::MemorySocket;
use super::tls_channel::TlsChannel;
use super::{CertificateFingerprint, StreamClosure, StreamEvent, TlsFault};

const SERVER: IpAddr = IpAddr::V4(Ipv4Addr::LOCALHOST);

/// A server with a certificate of its own making, and that certificate's fingerprint.
fn server(
    version: &'static SupportedProtocolVersion,
) -> (ServerConnection, CertificateFingerprint) {
    let made = rcgen::generate_simple_self_signed(vec!["room".into()]).expect("a certificate");
    let certificate = CertificateDer::from(made.cert.der().to_vec());
    let key = PrivateKeyDer::try_from(made.signing_key.serialize_der()).expect("a key");
    let fingerprint = CertificateFingerprint::of(&certificate);
    let config = ServerConfig::builder_with_provider(Arc::new(default_provider()))
        .with_protocol_versions(&[version])
        .and_then(|c| c.with_no_client_auth().with_single_cert(vec![certificate], key))
        .expect("a configuration");
    (ServerConnection::new(Arc::new(config)).expect("a connection"), fingerprint)
}

/// Reads all that has come; what was told, and why it is over if it is.
fn read(
    channel: &mut TlsChannel,
    socket: &mut MemorySocket,
) -> (Vec<String>, Result<(), StreamClosure>) {
    let (mut told, mut buffer) = (Vec::new(), [0; 100]);
    loop {
        let mut deliver = |event: StreamEvent<'_>| told.push(format!("{event:?}"));
        match channel.read_from(socket, &mut buffer, &mut deliver) {
            Ok(Some(_)) => {}
            Ok(None) => return (told, Ok(())),
            Err(closure) => return (told, Err(closure)),
        }
    }
}

/// Carries bytes both ways until there are none; what the client tells.
fn carry(
    channel: &mut TlsChannel,
    socket: &mut MemorySocket,
    server: &mut ServerConnection,
) -> (Vec<String>, Result<(), StreamClosure>) {
    let mut all = Vec::new();
    loop {
        channel.write_to(socket).expect("room");
        let sent = std::mem::take(&mut socket.outgoing);
        // In pieces, as a network may cut them.
        for mut piece in sent.chunks(7) {
            server.read_tls(&mut piece).expect("room");
            // A server that is told why it is over says so by an error.
            let _ = server.process_new_packets();
        }
        while server.wants_write() {
            let mut bytes = Vec::new();
            server.write_tls(&mut bytes).expect("room");
            socket.incoming.extend(bytes);
        }
        if sent.is_empty() && socket.incoming.is_empty() {
            return (all, Ok(()));
        }
        let (told, result) = read(channel, socket);
        all.extend(told);
        if result.is_err() {
            return (all, result);
        }
    }
}

#[test]
fn the_first_connection_tells_the_certificate_and_carries_bytes_both_ways() {
    let (mut server, fingerprint) = server(&rustls::version::TLS13);
    let (mut channel, mut socket) =
        (TlsChannel::new(SERVER, None).expect("a channel"), MemorySocket::default());
    assert!(channel.push(b"early ") && !channel.is_ready());
    let (told, result) = carry(&mut channel, &mut socket, &mut server);
    assert_eq!(result, Ok(()));
    assert_eq!(told[0], format!("{:?}", StreamEvent::Certificate(fingerprint)));
    assert_eq!(told[1..], ["Connected"]);
    assert!(channel.push(b"late"));
    server.writer().write_all(b"answer").expect("room");
    let (told, _) = carry(&mut channel, &mut socket, &mut server);
    assert_eq!(told, [format!("{:?}", StreamEvent::Received(b"answer"))]);
    let mut request = [0; 10];
    server.reader().read_exact(&mut request).expect("a request");
    assert_eq!(&request, b"early late");
}

#[test]
fn the_pinned_certificate_is_taken_and_no_other() {
    let (mut right, fingerprint) = server(&rustls::version::TLS13);
    let channel = || TlsChannel::new(SERVER, Some(fingerprint)).expect("a channel");
    let (mut taken, mut socket) = (channel(), MemorySocket::default());
    assert_eq!(carry(&mut taken, &mut socket, &mut right).1, Ok(()));
    assert!(taken.is_ready());

    let (mut wrong, other) = server(&rustls::version::TLS13);
    let (mut refused, mut socket) = (channel(), MemorySocket::default());
    assert!(refused.push(b"a secret"));
    let (told, result) = carry(&mut refused, &mut socket, &mut wrong);
    assert_eq!((told.len(), result), (0, Err(StreamClosure::WrongCertificate(other))));
    let mut heard = [0; 8];
    assert!(wrong.reader().read(&mut heard).is_err(), "nothing was sent");
}

#[test]
fn what_is_no_tls_or_too_old_is_told() {
    let (mut channel, mut socket) =
        (TlsChannel::new(SERVER, None).expect("a channel"), MemorySocket::default());
    socket.incoming.extend(b"34\nERROR|code=malformed|text=What?");
    assert_eq!(read(&mut channel, &mut socket).1, Err(TlsFault::NotTls.into()));

    let (mut old, _) = server(&rustls::version::TLS12);
    let (mut channel, mut socket) =
        (TlsChannel::new(SERVER, None).expect("a channel"), MemorySocket::default());
    let result = carry(&mut channel, &mut socket, &mut old).1;
    assert!(matches!(result, Err(StreamClosure::Tls(_))), "{result:?}");
}

#[test]
fn an_end_with_and_without_a_word_is_an_end() {
    for says_so in [true, false] {
        let (mut server, _) = server(&rustls::version::TLS13);
        let (mut channel, mut socket) =
            (TlsChannel::new(SERVER, None).expect("a channel"), MemorySocket::default());
        carry(&mut channel, &mut socket, &mut server).1.expect("a connection");
        if says_so {
            server.send_close_notify();
        }
        socket.has_ended = !says_so;
        let result = match says_so {
            true => carry(&mut channel, &mut socket, &mut server).1,
            false => read(&mut channel, &mut socket).1,
        };
        assert_eq!(result, Err(StreamClosure::Remote));
    }
}

#[test]
fn what_waits_is_bounded() {
    let mut channel = TlsChannel::new(SERVER, None).expect("a channel");
    let part = vec![0; 100_000];
    let taken = (0..100).take_while(|_| channel.push(&part)).count();
    assert!((1..12).contains(&taken), "{taken}");
}
