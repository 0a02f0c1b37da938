//! Whatever strangers send, however it is cut: the layers between bytes and messages.

use proptest::collection::vec;
use proptest::prelude::*;
use roomrtc_server::transport::Transport;
use roomrtc_server::transport::http::{Answer, Method, RequestReader, Response, Site};
use roomrtc_server::transport::websocket::{WebSocket, WebSocketEvent};
use tungstenite::protocol::frame::coding::CloseCode;

const LIMIT: usize = 2_048;

/// A masked frame with this first byte.
fn frame(first: u8, mask: [u8; 4], payload: &[u8]) -> Vec<u8> {
    let length = (payload.len() as u16).to_be_bytes();
    let masked = payload.iter().zip(mask.iter().cycle()).map(|(byte, mask)| byte ^ mask);
    [first, 0xfe].into_iter().chain(length).chain(mask).chain(masked).collect()
}

/// What the bytes give up to the first thing that is no text.
fn texts(bytes: &[u8], cut: usize) -> Vec<WebSocketEvent> {
    let (mut socket, mut output, mut events) = (WebSocket::default(), Vec::new(), Vec::new());
    for mut piece in bytes.chunks(cut) {
        while let Some(event) = socket.read(&mut piece, LIMIT, &mut output) {
            let is_last = !matches!(event, WebSocketEvent::Text(_));
            events.push(event);
            if is_last {
                return events;
            }
        }
    }
    events
}

proptest! {
    #[test]
    fn text_passes_a_websocket_however_it_is_cut(
        messages in vec(".{0,200}", 1..6),
        mask in any::<[u8; 4]>(),
        at in 0_usize..200,
        cut in 1_usize..300,
    ) {
        let mut bytes = Vec::new();
        for message in &messages {
            let (first, rest) = message.as_bytes().split_at(at.min(message.len()));
            bytes.extend(frame(0x01, mask, first));
            bytes.extend(frame(0x89, mask, b"ping"));
            bytes.extend(frame(0x80, mask, rest));
        }
        let expected: Vec<_> =
            messages.iter().map(|text| WebSocketEvent::Text(text.as_str().into())).collect();
        prop_assert_eq!(texts(&bytes, cut), expected);
    }

    #[test]
    fn a_message_is_taken_up_to_the_limit_and_not_beyond(over in 1_usize..1_000, cut in 1_usize..300) {
        let longest = "a".repeat(LIMIT);
        let bytes = frame(0x81, [1, 2, 3, 4], longest.as_bytes());
        prop_assert_eq!(texts(&bytes, cut), [WebSocketEvent::Text(longest.into())]);
        let bytes = frame(0x81, [1, 2, 3, 4], &vec![b'a'; LIMIT + over]);
        let first = texts(&bytes[..8], cut).into_iter().next();
        prop_assert_eq!(first, Some(WebSocketEvent::Broken(CloseCode::Size)));
    }

    #[test]
    fn nothing_of_a_request_becomes_a_header_of_its_answer(
        path in "/[ -~]{0,40}",
        host in "[ -~\r\n]{0,40}",
        origin in "[ -~\r\n]{0,40}",
        is_tls in any::<bool>(),
    ) {
        let head = format!("GET {path} HTTP/1.1\r\nHost: {host}\r\nOrigin: {origin}\r\n\r\n");
        let read = RequestReader::default().read(&mut head.as_bytes());
        let (request, response) = match read {
            Ok(None) => return Ok(()),
            Ok(Some(request)) => {
                prop_assert_eq!(request.method, Method::Get);
                let (Answer::Close(response) | Answer::WebSocket(response)) =
                    Site::default().answer(&request, is_tls);
                (Some(request), response)
            }
            Err(error) => (None, Response::refusal(error)),
        };
        let mut output = Vec::new();
        response.write(request.as_ref(), is_tls, &mut output);
        let text = String::from_utf8(output).expect("text");
        let (head, content) = text.split_once("\r\n\r\n").expect("an end of the head");
        prop_assert_eq!(head.matches("Content-Length: ").count(), 1);
        prop_assert!(head.contains(&format!("Content-Length: {}", content.len())), "{}", head);
        prop_assert!(head.lines().all(|line| !line.starts_with("Set-Cookie")), "{}", head);
    }

    #[test]
    fn any_bytes_are_read_within_bounds(bytes in vec(any::<u8>(), 0..4_000), cut in 1_usize..500) {
        for takes_plain in [true, false] {
            let (mut transport, mut output) = (Transport::new(takes_plain), Vec::new());
            for piece in bytes.chunks(cut) {
                transport.receive(None, piece, &mut output).expect("no TLS, no error");
                let arrivals = std::iter::from_fn(|| transport.poll(LIMIT, &mut output));
                prop_assert!(arrivals.take(cut + 2).count() <= cut + 1);
                prop_assert!(!transport.has_unread());
            }
            prop_assert!(output.len() <= bytes.len());
        }
    }
}
