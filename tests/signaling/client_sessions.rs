//! Sessions, signs of life, and calls that are rejoined, as a client sees them.

use roomrtc_core::base::Time;
use roomrtc_core::signaling::client::{CallStage, Command, Event};
use roomrtc_core::signaling::{
    CallEndReason, ErrorCode, Message, MessageType, PROTOCOL_VERSION, Token,
};

use super::client_on_line::{CALL, ClientOnLine};

fn token(text: &str) -> Token {
    Token::new(text).expect("a token")
}

/// In a call with bob and with a session, until the connection breaks and is there again.
fn back_from_a_call() -> ClientOnLine {
    let mut alice = ClientOnLine::calling_bob();
    alice.receive(Message::Session { token: token("first"), lifetime: 60 });
    alice.client.handle_disconnected();
    alice.client.handle_connected(Time::ZERO);
    let hello = Message::Hello { version: PROTOCOL_VERSION, program: None };
    assert_eq!(alice.sent(), [hello]);
    alice.events();
    alice
}

fn resumed() -> ClientOnLine {
    let mut alice = back_from_a_call();
    let kept = alice.client.session().expect("a session").clone();
    alice.command(Command::Resume(kept));
    assert_eq!(alice.sent(), [Message::Resume { token: token("first") }]);
    alice.ok(MessageType::Resume, "alice");
    alice
}

#[test]
fn a_call_is_rejoined_after_the_session_was_resumed() {
    let mut alice = resumed();
    assert_eq!(alice.sent(), [Message::RejoinCall { user: "bob".into(), call: CALL }]);
    alice.receive(Message::Session { token: token("second"), lifetime: 60 });
    assert_eq!(alice.client.session(), Some(&token("second")));
    alice.ok(MessageType::RejoinCall, "bob");
    let (user, other) = ("alice".to_owned(), "bob".to_owned());
    let expected =
        [Event::Resumed { user }, Event::SessionChanged, Event::CallResumed { user: other }];
    assert_eq!(alice.events(), expected);
    alice.command(Command::SendCandidate(Default::default()));
    assert!(matches!(alice.sent()[..], [Message::Candidate { .. }]));
}

#[test]
fn the_other_has_hung_up_meanwhile() {
    let mut alice = resumed();
    alice.events();
    let reason = CallEndReason::HungUp;
    alice.receive(Message::CallEnded { user: "bob".into(), call: CALL, reason });
    assert_eq!(alice.events(), [Event::CallEnded { user: "bob".into(), reason }]);
    assert_eq!(alice.client.call(), None);
}

#[test]
fn a_call_that_the_server_gives_up_goes_on_without_it() {
    let mut alice = resumed();
    alice.events();
    let reason = CallEndReason::ConnectionLost;
    alice.receive(Message::CallEnded { user: "bob".into(), call: CALL, reason });
    assert_eq!(alice.events(), []);
    assert_eq!(alice.client.call().map(|call| call.stage), Some(CallStage::Detached));
}

#[test]
fn who_hangs_up_without_a_connection_says_so_later() {
    let mut alice = back_from_a_call();
    alice.command(Command::EndCall);
    assert_eq!(alice.client.call(), None);
    alice.command(Command::Resume(token("first")));
    alice.sent();
    alice.ok(MessageType::Resume, "alice");
    assert_eq!(alice.sent(), [Message::EndCall { user: "bob".into(), call: Some(CALL) }]);
    alice.events();
    alice.refuse(MessageType::EndCall, ErrorCode::NoCall);
    assert_eq!(alice.events(), []);
}

#[test]
fn a_call_is_not_rejoined_as_somebody_else() {
    let mut alice = back_from_a_call();
    alice.command(Command::Resume(token("first")));
    alice.sent();
    alice.ok(MessageType::Resume, "mallory");
    assert_eq!(alice.sent(), []);
}

#[test]
fn a_session_that_is_over_is_forgotten() {
    for refusal in [
        (Some(MessageType::Resume), ErrorCode::UnknownSession),
        (None, ErrorCode::TakenOver),
        (None, ErrorCode::SessionRevoked),
    ] {
        let mut alice = back_from_a_call();
        alice.command(Command::Resume(token("first")));
        let (request, code) = refusal;
        let error =
            roomrtc_core::signaling::ErrorMessage { request, code, user: None, text: "No.".into() };
        alice.receive(Message::Error(error));
        assert_eq!(alice.client.session(), None, "{code:?}");
    }
}

#[test]
fn a_silent_server_is_asked_and_given_up() {
    let mut alice = ClientOnLine::logged_in();
    alice.receive(Message::Welcome { version: PROTOCOL_VERSION, heartbeat: 5 });
    alice.receive(Message::Ping);
    assert_eq!(alice.sent(), [Message::Pong]);
    assert_eq!(alice.client.deadline(), Some(Time::from_secs(5)));
    alice.client.handle_timeout(Time::from_secs(5));
    assert_eq!(alice.sent(), [Message::Ping]);
    assert_eq!(alice.client.deadline(), Some(Time::from_secs(15)));
    alice.client.handle_timeout(Time::from_secs(14));
    assert_eq!(alice.events(), []);
    alice.client.handle_timeout(Time::from_secs(15));
    assert_eq!(alice.events(), [Event::ServerSilent]);
    assert_eq!(alice.client.deadline(), None);
}
