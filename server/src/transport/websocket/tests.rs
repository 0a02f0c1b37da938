//! Frames as RFC 6455 has them, and as it does not.

use roomrtc_core::signaling::Message;
use roomrtc_core::signaling::limits::MAX_BODY;
use tungstenite::protocol::frame::coding::CloseCode;

use super::{WebSocket, WebSocketEvent};

const LIMIT: usize = 100;

/// A masked frame: the first byte as given, then a length of the shortest form.
fn frame(first: u8, payload: &[u8]) -> Vec<u8> {
    let mask = [1, 2, 3, 4];
    let mut frame = vec![first];
    match payload.len() {
        0..126 => frame.push(0x80 | payload.len() as u8),
        _ => {
            frame.push(0x80 | 126);
            frame.extend((payload.len() as u16).to_be_bytes());
        }
    }
    frame.extend(mask);
    frame.extend(payload.iter().zip(mask.iter().cycle()).map(|(byte, mask)| byte ^ mask));
    frame
}

/// Everything that the bytes give, and what is replied; whole, and byte by byte.
fn read(bytes: &[u8]) -> (Vec<WebSocketEvent>, Vec<u8>) {
    let whole = read_pieces(bytes.chunks(bytes.len().max(1)));
    assert_eq!(read_pieces(bytes.chunks(1)), whole);
    whole
}

fn read_pieces<'a>(pieces: impl Iterator<Item = &'a [u8]>) -> (Vec<WebSocketEvent>, Vec<u8>) {
    let (mut socket, mut events, mut output) = (WebSocket::default(), Vec::new(), Vec::new());
    for mut piece in pieces {
        while let Some(event) = socket.read(&mut piece, LIMIT, &mut output) {
            let is_last = !matches!(event, WebSocketEvent::Text(_));
            events.push(event);
            if is_last {
                return (events, output);
            }
        }
    }
    (events, output)
}

fn text(text: &'static str) -> WebSocketEvent {
    WebSocketEvent::Text(text.into())
}

fn broken(bytes: &[u8]) -> CloseCode {
    match &read(bytes).0[..] {
        [WebSocketEvent::Broken(code)] => *code,
        other => panic!("{other:?}"),
    }
}

#[test]
fn text_in_one_frame_and_in_fragments_with_a_ping_between() {
    let bytes = [
        frame(0x81, b"one"),
        frame(0x01, b"t"),
        frame(0x00, b"w"),
        frame(0x89, b"?"),
        frame(0x80, b"o"),
        frame(0x81, "\u{e9}".as_bytes()),
    ];
    let (events, output) = read(&bytes.concat());
    assert_eq!(events, [text("one"), text("two"), text("\u{e9}")]);
    assert_eq!(output, b"\x8a\x01?");
}

#[test]
fn a_close_is_answered() {
    let (events, output) = read(&frame(0x88, &1000_u16.to_be_bytes()));
    assert_eq!(events, [WebSocketEvent::Closed]);
    assert_eq!(output, [0x88, 2, 0x03, 0xe8]);
}

#[test]
fn binary_and_broken_text_are_refused() {
    assert_eq!(broken(&frame(0x82, b"x")), CloseCode::Unsupported);
    assert_eq!(broken(&frame(0x81, b"\xff")), CloseCode::Invalid);
    assert_eq!(broken(b"\x81\x01x"), CloseCode::Protocol);
    assert_eq!(broken(&frame(0x83, b"x")), CloseCode::Protocol);
    assert_eq!(broken(&frame(0xc1, b"x")), CloseCode::Protocol);
    assert_eq!(broken(&frame(0x80, b"x")), CloseCode::Protocol);
    assert_eq!(broken(&frame(0x09, b"x")), CloseCode::Protocol);
}

#[test]
fn what_is_sent_is_whole_and_unmasked() {
    let mut output = Vec::new();
    WebSocket::write_message(&Message::Logout, &mut output).expect("short");
    WebSocket::write_close(CloseCode::Away, &mut output);
    assert_eq!(output, b"\x81\x06LOGOUT\x88\x02\x03\xe9");
    let long = Message::Invite { user: "%".repeat(MAX_BODY / 3) };
    WebSocket::write_message(&long, &mut output).expect_err("too long");
    assert_eq!(output.len(), 12);
}

#[test]
fn a_long_message_is_refused_by_its_length_alone() {
    for header in [&b"\x81\xff\x00\x00\x00\x00\x00\x00\x00\x65"[..], b"\x81\xff\xff"] {
        let header = [header, &[0xff; 12]].concat();
        assert_eq!(broken(&header[..14]), CloseCode::Size);
    }
    let fragments = [frame(0x01, &[b'a'; 60]), frame(0x00, &[b'b'; 60])];
    assert_eq!(broken(&fragments.concat()), CloseCode::Size);
}

#[test]
fn nothing_is_kept_between_messages() {
    let mut socket = WebSocket::default();
    let bytes = [frame(0x81, &[b'a'; 90]), frame(0x89, b"")].concat();
    let mut output = Vec::new();
    let mut input = &bytes[..];
    assert!(socket.read(&mut input, LIMIT, &mut output).is_some());
    assert!(socket.read(&mut input, LIMIT, &mut output).is_none());
    assert!(socket.is_at_rest());
    assert!(socket.read(&mut &frame(0x01, b"a")[..], LIMIT, &mut output).is_none());
    assert!(!socket.is_at_rest());
}
