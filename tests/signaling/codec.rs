//! What is written is read back, however it is cut into pieces.

use proptest::prelude::*;
use roomrtc_core::signaling::limits::{MAX_BODY, MAX_USER_NAME, MAX_USERS_IN_LIST};
use roomrtc_core::signaling::{
    DecodeError, FrameDecoder, FrameError, Message, UserList, UserListKind, UserPresence,
    UserState, encode,
};

use super::any_message::message;

pub(super) fn encoded(messages: &[Message]) -> Vec<u8> {
    let mut bytes = Vec::new();
    for message in messages {
        encode(message, &mut bytes).expect("short enough for a frame");
    }
    bytes
}

/// Everything a decoder makes of these pieces.
pub(super) fn decoded<'a>(
    pieces: impl IntoIterator<Item = &'a [u8]>,
) -> Vec<Result<Message, DecodeError>> {
    let mut decoder = FrameDecoder::default();
    let mut results = Vec::new();
    for mut piece in pieces {
        while let Some(result) = decoder.decode(&mut piece).transpose() {
            let is_fatal = matches!(result, Err(DecodeError::Frame(_)));
            results.push(result);
            if is_fatal {
                return results;
            }
        }
    }
    results
}

proptest! {
    #[test]
    fn any_message_is_read_back(message in message()) {
        let bytes = encoded(std::slice::from_ref(&message));
        prop_assert_eq!(decoded([&bytes[..]]), [Ok(message)]);
    }

    #[test]
    fn pieces_do_not_matter(
        messages in prop::collection::vec(message(), 0..6),
        sizes in prop::collection::vec(1_usize..50, 1..20),
    ) {
        let bytes = encoded(&messages);
        let mut rest = &bytes[..];
        let mut pieces = Vec::new();
        for size in sizes.iter().cycle() {
            if rest.is_empty() {
                break;
            }
            let (piece, behind) = rest.split_at(rest.len().min(*size));
            pieces.push(piece);
            rest = behind;
        }
        let read: Result<Vec<_>, _> = decoded(pieces).into_iter().collect();
        prop_assert_eq!(read, Ok(messages));
    }

    #[test]
    fn a_body_is_one_line_of_fields(message in message()) {
        let mut body = Vec::new();
        message.write_body(&mut body);
        let body = String::from_utf8(body).expect("UTF-8");
        prop_assert!(!body.chars().any(char::is_control), "{}", body);
        for field in body.split('|').skip(1) {
            prop_assert_eq!(field.matches('=').count(), 1, "{}", field);
        }
    }

    #[test]
    fn unknown_keys_are_ignored(message in message(), value in "[a-z ,;:]{0,20}") {
        let mut body = Vec::new();
        message.write_body(&mut body);
        body.extend_from_slice(format!("|x-new={value}").as_bytes());
        prop_assert_eq!(Message::read_body(&body), Ok(message));
    }
}

#[test]
fn the_longest_list_of_the_longest_names_fits_a_frame() {
    let presence = UserPresence::new("%".repeat(MAX_USER_NAME), UserState::Available);
    let list = |count| {
        let users = vec![presence.clone(); count];
        Message::UserList(UserList { kind: UserListKind::Changes, users })
    };
    let longest = list(MAX_USERS_IN_LIST);
    assert_eq!(decoded([&encoded(std::slice::from_ref(&longest))[..]]), [Ok(longest)]);
    let longer = decoded([&encoded(&[list(MAX_USERS_IN_LIST + 1)])[..]]);
    assert!(matches!(longer[..], [Err(DecodeError::Message { .. })]), "{longer:?}");
}

#[test]
fn a_length_over_the_limit_is_refused_before_its_line_ends() {
    let too_long = format!("{}", MAX_BODY + 1);
    let expected = [Err(FrameError::TooLong { limit: MAX_BODY }.into())];
    assert_eq!(decoded([too_long.as_bytes()]), expected);
}
