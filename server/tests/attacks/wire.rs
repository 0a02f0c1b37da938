//! Connections, below everything that is said on them.

use std::io::{Read, Write};
use std::net::{IpAddr, SocketAddr, TcpStream};
use std::sync::Arc;
use std::time::{Duration, Instant};

use roomrtc_core::signaling::{FrameDecoder, Message};
use roomrtc_server::transport::tls::Fingerprint;
use rustls::{ClientConfig, ClientConnection, StreamOwned, SupportedProtocolVersion};
use socket2::{Domain, Socket, Type};

use crate::any_certificate::AnyCertificate;

/// Long enough for any machine: only a test that fails waits for it.
const PATIENCE: Duration = Duration::from_secs(60);

pub(crate) fn connect(address: SocketAddr) -> TcpStream {
    let stream = TcpStream::connect(address).expect("connected");
    stream.set_read_timeout(Some(PATIENCE)).expect("set");
    stream.set_write_timeout(Some(PATIENCE)).expect("set");
    stream
}

/// A connection that comes from this address, one of loopback's.
pub(crate) fn connect_from(source: impl Into<IpAddr>, address: SocketAddr) -> TcpStream {
    let socket = Socket::new(Domain::IPV4, Type::STREAM, None).expect("made");
    socket.bind(&SocketAddr::new(source.into(), 0).into()).expect("bound");
    socket.connect(&address.into()).expect("connected");
    let stream = TcpStream::from(socket);
    stream.set_read_timeout(Some(PATIENCE)).expect("set");
    stream
}

/// A client's end of TLS in one of these versions; any, if there are none.
pub(crate) fn client_connection(
    versions: &[&'static SupportedProtocolVersion],
) -> ClientConnection {
    let versions = if versions.is_empty() { rustls::ALL_VERSIONS } else { versions };
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    let config = ClientConfig::builder_with_provider(provider)
        .with_protocol_versions(versions)
        .expect("versions that there are")
        .dangerous()
        .with_custom_certificate_verifier(Arc::new(AnyCertificate))
        .with_no_client_auth();
    let name = "localhost".try_into().expect("a name");
    ClientConnection::new(Arc::new(config), name).expect("a client")
}

/// A connection with TLS, its handshake done.
pub(crate) fn connect_tls(address: SocketAddr) -> StreamOwned<ClientConnection, TcpStream> {
    let mut stream = StreamOwned::new(client_connection(&[]), connect(address));
    while stream.conn.is_handshaking() {
        stream.conn.complete_io(&mut stream.sock).expect("a handshake");
    }
    stream
}

/// What the certificate is known by that the server showed.
pub(crate) fn shown(connection: &ClientConnection) -> Fingerprint {
    Fingerprint::of(&connection.peer_certificates().expect("a certificate")[0])
}

/// Everything until the end of the stream, however it ends.
pub(crate) fn rest(stream: &mut impl Read) -> Vec<u8> {
    let mut bytes = Vec::new();
    // A reset says no more than an end does, and what came before is kept.
    let _ = stream.read_to_end(&mut bytes);
    bytes
}

/// The words of the codes that the server sends in frames until it closes the connection.
pub(crate) fn last_codes(stream: &mut impl Read) -> Vec<&'static str> {
    let (bytes, mut decoder) = (rest(stream), FrameDecoder::default());
    let mut input = &bytes[..];
    let messages = std::iter::from_fn(|| decoder.decode(&mut input).expect("frames"));
    messages.filter_map(|message| code(&message)).collect()
}

/// The word of the code of a refusal.
pub(crate) fn code(message: &Message) -> Option<&'static str> {
    match message {
        Message::Error(error) => Some(error.code.word()),
        _ => None,
    }
}

/// What is answered to these bytes until the end.
pub(crate) fn ask(address: SocketAddr, bytes: &[u8]) -> String {
    let mut stream = connect(address);
    stream.write_all(bytes).expect("sent");
    String::from_utf8(rest(&mut stream)).expect("text")
}

/// The status of a response.
pub(crate) fn status(response: &str) -> u16 {
    let status = response.strip_prefix("HTTP/1.1 ").and_then(|rest| rest.get(..3));
    status.and_then(|status| status.parse().ok()).unwrap_or_else(|| panic!("{response:?}"))
}

/// Asks for `path`: the status and the content.
pub(crate) fn get(address: SocketAddr, path: &str) -> (u16, String) {
    let response = ask(address, format!("GET {path} HTTP/1.1\r\nHost: a\r\n\r\n").as_bytes());
    let content = response.split_once("\r\n\r\n").map(|(_, content)| content);
    (status(&response), content.expect("an end of the head").to_owned())
}

/// Asks again and again, with a breath between, until it is so.
pub(crate) fn wait_until(what: &str, mut is_so: impl FnMut() -> bool) {
    let began = Instant::now();
    while !is_so() {
        assert!(began.elapsed() < PATIENCE, "waited in vain: {what}");
        std::thread::sleep(Duration::from_millis(5));
    }
}

/// Sees to it that this process may have enough sockets for thousands of connections.
pub(crate) fn allow_many_sockets() {
    use rustix::process::{Resource, Rlimit, getrlimit, setrlimit};
    let Rlimit { current, maximum } = getrlimit(Resource::Nofile);
    if current.is_some() && current != maximum {
        setrlimit(Resource::Nofile, Rlimit { current: maximum, maximum }).expect("allowed");
    }
}
