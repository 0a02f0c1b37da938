//! Signalling: frames and messages, and the client that takes them.

use roomrtc_core::base::Time;
use roomrtc_core::signaling::client::Client;
use roomrtc_core::signaling::{DecodeError, FrameDecoder, Message, encode};

/// Reads a stream of frames, whole and in pieces, writes back what was read, and feeds a client.
pub fn run(data: &[u8]) {
    let Some((&size, stream)) = data.split_first() else {
        return;
    };
    let whole = decode(std::iter::once(stream));
    assert_eq!(decode(stream.chunks(usize::from(size).max(1))), whole);
    for message in whole.into_iter().flatten() {
        let mut frame = Vec::new();
        if encode(&message, &mut frame).is_ok() {
            assert_eq!(decode(std::iter::once(&frame[..])), [Ok(message)]);
        }
    }
    let mut client = Client::new();
    client.handle_connected(Time::ZERO);
    client.handle_bytes(Time::ZERO, stream);
    while client.poll_event().is_some() {}
}

/// All messages and errors up to the first broken frame.
fn decode<'a>(pieces: impl Iterator<Item = &'a [u8]>) -> Vec<Result<Message, DecodeError>> {
    let mut decoder = FrameDecoder::default();
    let mut decoded = Vec::new();
    for mut piece in pieces {
        loop {
            match decoder.decode(&mut piece) {
                Ok(None) => break,
                Ok(Some(message)) => decoded.push(Ok(message)),
                Err(error) => {
                    let is_last = matches!(error, DecodeError::Frame(_));
                    decoded.push(Err(error));
                    if is_last {
                        return decoded;
                    }
                }
            }
        }
    }
    decoded
}
