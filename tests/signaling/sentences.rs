//! What users and operators read when signalling goes wrong.

use roomrtc_core::signaling::client::CommandError;
use roomrtc_core::signaling::{FrameError, Message};

#[test]
fn broken_bodies() {
    let bodies: [&[u8]; 16] = [
        b"HOWDY|user=bob",
        b"A_TYPE_WHOSE_NAME_IS_LONGER_THAN_ANYBODY_WANTS_TO_READ",
        b"INVITE",
        b"INVITE|",
        b"INVITE|user",
        b"INVITE|User=bob",
        b"INVITE|user=bob|user=carol",
        b"INVITE|user=b=b",
        b"INVITE|user=bob\r\n",
        b"INVITE|user=%4",
        b"INVITE|user=%FF",
        b"INVITE|user=\xff",
        b"SDP|user=bob|call=1|kind=rollback|sdp=",
        b"CANDIDATE|user=bob|call=1|candidate=|index=65536",
        b"ACCEPT_CALL|user=bob",
        b"END_CALL|user=bob|call=-1",
    ];
    let sentence = |body: &&[u8]| {
        let error = Message::read_body(body).expect_err("broken");
        format!("{}\n    {error}", String::from_utf8_lossy(body).escape_debug())
    };
    insta::assert_snapshot!(bodies.iter().map(sentence).collect::<Vec<_>>().join("\n"));
}

#[test]
fn broken_frames() {
    let errors =
        [FrameError::NotALength(b'x'), FrameError::NoLength, FrameError::TooLong { limit: 9 }];
    insta::assert_snapshot!(errors.map(|error| error.to_string()).join("\n"));
}

#[test]
fn commands_that_make_no_sense() {
    let errors = [
        CommandError::NotConnected,
        CommandError::NotLoggedIn,
        CommandError::AlreadyLoggedIn,
        CommandError::InCall,
        CommandError::NoCall,
        CommandError::CallDetached,
        CommandError::TooLong { length: 99_999 },
        CommandError::Backlogged,
    ];
    insta::assert_snapshot!(errors.map(|error| error.to_string()).join("\n"));
}
