//! WebSocket messages.

use roomrtc_server::transport::websocket::{WebSocket, WebSocketEvent};

/// Longest message that is taken, in bytes.
const LIMIT: usize = 2_048;

/// Longest close frame, in bytes: RFC 6455 section 5.5. A close with a wrong code is answered by one
/// with a reason. Pongs are as long as their pings.
const LONGEST_CLOSE: usize = 2 + 125;

/// Reads frames, whole and in pieces: the same events and the same replies.
pub fn run(data: &[u8]) {
    let Some((&size, bytes)) = data.split_first() else {
        return;
    };
    let whole = read(std::iter::once(bytes));
    assert_eq!(read(bytes.chunks(usize::from(size).max(1))), whole);
    for event in &whole.0 {
        if let WebSocketEvent::Text(text) = event {
            assert!(text.len() <= LIMIT);
        }
    }
    assert!(whole.1.len() <= bytes.len() + LONGEST_CLOSE);
}

fn read<'a>(pieces: impl Iterator<Item = &'a [u8]>) -> (Vec<WebSocketEvent>, Vec<u8>) {
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
