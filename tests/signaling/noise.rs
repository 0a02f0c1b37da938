//! Bytes that nobody wrote as messages.

use proptest::prelude::*;
use roomrtc_core::signaling::{DecodeError, FrameDecoder, Message};

use super::any_message::message;
use super::codec::{decoded, encoded};

/// Pieces of the grammar and arbitrary bytes, so that more than the first check is reached.
fn noise() -> impl Strategy<Value = Vec<u8>> {
    let words = vec![
        "USER_LIST",
        "INVITE",
        "OK",
        "ERROR",
        "SDP",
        "|",
        "=",
        "%",
        "%7C",
        "\n",
        "user=",
        "kind=",
        "full",
        "7",
        "12\n",
        "200000",
        "available=",
        "x",
    ];
    let word = prop::sample::select(words).prop_map(|word| word.as_bytes().to_vec());
    let piece = prop_oneof![word, prop::collection::vec(any::<u8>(), 0..4)];
    prop::collection::vec(piece, 0..30).prop_map(|pieces| pieces.concat())
}

proptest! {
    #[test]
    fn arbitrary_bytes_are_messages_or_errors(bytes in noise()) {
        decoded([&bytes[..]]);
    }

    #[test]
    fn arbitrary_bodies_are_messages_or_errors(body in noise()) {
        if let Ok(message) = Message::read_body(&body) {
            let again = encoded(std::slice::from_ref(&message));
            prop_assert_eq!(decoded([&again[..]]), [Ok(message)]);
        }
    }

    #[test]
    fn mutated_messages_are_messages_or_errors(
        messages in prop::collection::vec(message(), 1..4),
        changes in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..5),
    ) {
        let mut bytes = encoded(&messages);
        for (index, byte) in changes {
            let length = bytes.len();
            bytes[index.index(length)] = byte;
        }
        decoded([&bytes[..]]);
    }

    #[test]
    fn a_broken_body_costs_one_message(body in "[A-Z_|=%a-z]{1,40}", message in message()) {
        let mut bytes = format!("{}\n{body}", body.len()).into_bytes();
        bytes.extend(encoded(std::slice::from_ref(&message)));
        let results = decoded([&bytes[..]]);
        prop_assert_eq!(results.len(), 2);
        prop_assert_eq!(&results[1], &Ok(message));
    }
}

#[test]
fn a_broken_frame_stays_broken() {
    let mut decoder = FrameDecoder::default();
    let first = decoder.decode(&mut &b"x"[..]).expect_err("no length");
    assert!(matches!(first, DecodeError::Frame(_)));
    assert_eq!(decoder.decode(&mut &b"6\nLOGOUT"[..]), Err(first));
}
