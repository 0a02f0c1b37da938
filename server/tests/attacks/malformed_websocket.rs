//! WebSocket that breaks its rules.

use std::io::{Read, Write};
use std::net::{SocketAddr, TcpStream};

use roomrtc_core::signaling::{Message, PROTOCOL_VERSION};
use tungstenite::protocol::frame::coding::CloseCode;
use tungstenite::{Message as WebSocketMessage, WebSocket, client};

use crate::running_server::RunningServer;
use crate::wire;

/// A WebSocket's connection behind its handshake.
pub(crate) fn open(address: SocketAddr) -> TcpStream {
    let mut stream = wire::connect(address);
    let request = format!(
        "GET /signaling HTTP/1.1\r\nHost: {address}\r\nUpgrade: websocket\r\n\
         Connection: Upgrade\r\nSec-WebSocket-Version: 13\r\n\
         Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n"
    );
    stream.write_all(request.as_bytes()).expect("sent");
    let mut head = Vec::new();
    while !head.ends_with(b"\r\n\r\n") {
        let mut byte = [0];
        stream.read_exact(&mut byte).expect("an answer");
        head.extend(byte);
    }
    assert_eq!(wire::status(&String::from_utf8(head).expect("text")), 101);
    stream
}

/// The code that the server closes a WebSocket with that was sent these bytes.
fn close_code(address: SocketAddr, bytes: &[u8]) -> u16 {
    let mut stream = open(address);
    stream.write_all(bytes).expect("sent");
    match wire::rest(&mut stream)[..] {
        [0x88, 2, high, low] => u16::from_be_bytes([high, low]),
        ref other => panic!("{other:?} to {:?}", &bytes[..bytes.len().min(20)]),
    }
}

#[test]
fn broken_frames_are_refused_with_a_code() {
    let server = RunningServer::start();
    let huge = b"\x81\xff\x7f\xff\xff\xff\xff\xff\xff\xff\0\0\0\0";
    for (bytes, code) in [
        (&b"\x81\x01x"[..], 1002),
        (b"\x83\x80\0\0\0\0", 1002),
        (b"\x09\x80\0\0\0\0", 1002),
        (b"\x80\x80\0\0\0\0", 1002),
        (b"\x82\x81\0\0\0\0x", 1003),
        (b"\x81\x81\0\0\0\0\xff", 1007),
        (&huge[..], 1009),
        // One byte more than a stranger may send.
        (b"\x81\xfe\x08\x01\0\0\0\0", 1009),
    ] {
        assert_eq!(close_code(server.address, bytes), code, "{bytes:?}");
    }
}

/// Fragments that never end a message are bounded in sum.
#[test]
fn fragments_without_end_are_refused() {
    let server = RunningServer::start();
    let fragment = |first: u8| [&[first, 0xfe, 0x04, 0, 0, 0, 0, 0][..], &[b'a'; 1024]].concat();
    let bytes = [fragment(0x01), fragment(0x00), fragment(0x00)].concat();
    assert_eq!(close_code(server.address, &bytes), 1009);
}

fn text<S: Read + Write>(socket: &mut WebSocket<S>) -> String {
    loop {
        if let WebSocketMessage::Text(text) = socket.read().expect("a message") {
            return text.to_string();
        }
    }
}

/// The same messages as in frames, a body a message; a broken one is answered and the next is read.
#[test]
fn messages_pass_over_a_websocket_inside_tls() {
    let server = RunningServer::start();
    let url = format!("wss://{}/signaling", server.address);
    let (mut socket, _) = client(url, wire::connect_tls(server.address)).expect("granted");
    let mut say = |body: &str| socket.send(WebSocketMessage::text(body)).expect("sent");
    say(&format!("HELLO|version={PROTOCOL_VERSION}"));
    say("NO_SUCH_THING|a=b");
    say("REGISTER|user=alice|password=correct horse");
    let welcome = Message::read_body(text(&mut socket).as_bytes()).expect("a message");
    assert!(matches!(welcome, Message::Welcome { .. }), "{welcome:?}");
    assert!(text(&mut socket).contains("code=unknown-type"));
    assert_eq!(text(&mut socket), "OK|request=REGISTER|user=alice");
    let opened = "roomrtc_connections_opened_total{transport=\"websocket\",tls=\"yes\"}";
    assert_eq!(server.metric(opened), 1.0);
    socket.close(None).expect("closed");
    let ended = std::iter::from_fn(|| socket.read().ok()).last();
    let Some(WebSocketMessage::Close(frame)) = ended else { panic!("{ended:?}") };
    assert!(frame.is_none_or(|frame| frame.code == CloseCode::Normal));
}
