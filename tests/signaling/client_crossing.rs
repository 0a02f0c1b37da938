//! Invitations and answers that cross each other on the line.

use roomrtc_core::signaling::client::{CallRole, CallStage, Command, CommandError, Event};
use roomrtc_core::signaling::{CallEndReason, CallNumber, ErrorCode, Message, MessageType};

use super::client_on_line::{CALL, ClientOnLine};

/// A client whose invitation to bob is on its way when bob's comes.
fn crossing() -> ClientOnLine {
    let mut alice = ClientOnLine::logged_in();
    alice.command(Command::Invite { user: "bob".into() });
    alice.receive(Message::IncomingCall { user: "bob".into(), call: CALL, name: None });
    assert_eq!(alice.events(), []);
    alice
}

#[test]
fn invitations_that_cross_are_one_call() {
    let mut alice = crossing();
    assert_eq!(alice.client.command(Command::Accept), Err(CommandError::NoCall));
    alice.ok(MessageType::Invite, "bob");
    let role = CallRole::Callee;
    assert_eq!(alice.events(), [Event::CallAccepted { user: "bob".into(), role }]);
}

#[test]
fn the_other_gives_up_before_ours_arrives() {
    let mut alice = crossing();
    let reason = CallEndReason::Cancelled;
    alice.receive(Message::CallEnded { user: "bob".into(), call: CALL, reason });
    alice.ok(MessageType::Invite, "bob");
    assert_eq!(alice.events(), [Event::Ringing { user: "bob".into() }]);
    assert_eq!(alice.client.call().map(|call| call.role), Some(CallRole::Caller));
}

#[test]
fn ours_is_refused_and_the_user_is_asked() {
    let mut alice = crossing();
    alice.refuse(MessageType::Invite, ErrorCode::UserNotReading);
    let asked = Event::IncomingCall { user: "bob".into(), name: None };
    assert_eq!(alice.events().last(), Some(&asked));
    alice.command(Command::Accept);
}

#[test]
fn a_third_calls_while_ours_is_on_its_way() {
    let mut alice = ClientOnLine::logged_in();
    alice.command(Command::Invite { user: "bob".into() });
    alice.receive(Message::IncomingCall { user: "carol".into(), call: CALL, name: None });
    assert_eq!(alice.events(), [Event::IncomingCall { user: "carol".into(), name: None }]);
    alice.refuse(MessageType::Invite, ErrorCode::InCall);
    assert_eq!(alice.client.call().map(|call| call.user.as_str()), Some("carol"));
    alice.command(Command::Accept);
}

#[test]
fn an_invitation_is_withdrawn_before_its_answer() {
    let mut alice = ClientOnLine::logged_in();
    alice.command(Command::Invite { user: "bob".into() });
    alice.command(Command::EndCall);
    let (invite, end) = (MessageType::Invite, MessageType::EndCall);
    let (user, call) = ("bob".to_owned(), None);
    let expected = [Message::Invite { user: user.clone() }, Message::EndCall { user, call }];
    assert_eq!(alice.sent(), expected);
    alice.ok(invite, "bob");
    alice.ok(end, "bob");
    assert_eq!((alice.events(), alice.client.call()), (vec![], None));
}

#[test]
fn a_withdrawn_invitation_that_is_refused_is_not_worth_a_word() {
    let mut alice = crossing();
    alice.command(Command::EndCall);
    alice.refuse(MessageType::Invite, ErrorCode::UserOffline);
    alice.refuse(MessageType::EndCall, ErrorCode::NoCall);
    assert_eq!((alice.events(), alice.client.call()), (vec![], None));
}

#[test]
fn the_caller_cancels_while_we_accept() {
    let mut alice = ClientOnLine::logged_in();
    alice.receive(Message::IncomingCall { user: "bob".into(), call: CALL, name: None });
    alice.command(Command::Accept);
    alice.events();
    let reason = CallEndReason::Cancelled;
    alice.receive(Message::CallEnded { user: "bob".into(), call: CALL, reason });
    alice.refuse(MessageType::AcceptCall, ErrorCode::NoCall);
    assert_eq!(alice.events()[0], Event::CallEnded { user: "bob".into(), reason });
    assert_eq!(alice.client.call(), None);
}

#[test]
fn the_caller_calls_again_while_we_accept() {
    let mut alice = ClientOnLine::logged_in();
    alice.receive(Message::IncomingCall { user: "bob".into(), call: CALL, name: None });
    alice.command(Command::Accept);
    let cancelled = CallEndReason::Cancelled;
    alice.receive(Message::CallEnded { user: "bob".into(), call: CALL, reason: cancelled });
    alice.sent();
    alice.events();
    let next = CallNumber(CALL.0 + 1);
    alice.receive(Message::IncomingCall { user: "bob".into(), call: next, name: None });
    assert_eq!(alice.events(), [Event::IncomingCall { user: "bob".into(), name: None }]);
    // What was accepted was the first call: the second is asked about on its own.
    alice.refuse(MessageType::AcceptCall, ErrorCode::NoCall);
    assert_eq!(alice.client.call().map(|call| call.stage), Some(CallStage::Ringing));
    alice.command(Command::Accept);
    assert_eq!(alice.sent(), [Message::AcceptCall { user: "bob".into(), call: next }]);
    alice.ok(MessageType::AcceptCall, "bob");
    assert_eq!(alice.client.call().map(|call| call.number), Some(next));
}

#[test]
fn what_was_accepted_is_not_declined_but_ended() {
    let mut alice = ClientOnLine::logged_in();
    alice.receive(Message::IncomingCall { user: "bob".into(), call: CALL, name: None });
    alice.command(Command::Accept);
    alice.sent();
    assert_eq!(alice.client.command(Command::Reject), Err(CommandError::NoCall));
    assert_eq!(alice.client.command(Command::Accept), Err(CommandError::NoCall));
    alice.command(Command::EndCall);
    assert_eq!(alice.sent(), [Message::EndCall { user: "bob".into(), call: Some(CALL) }]);
    alice.ok(MessageType::AcceptCall, "bob");
    alice.ok(MessageType::EndCall, "bob");
    assert_eq!(alice.client.call(), None);
}

#[test]
fn whoever_calls_while_we_say_goodbye_is_heard() {
    let mut alice = ClientOnLine::calling_bob();
    alice.command(Command::EndCall);
    let next = CallNumber(CALL.0 + 1);
    alice.receive(Message::IncomingCall { user: "bob".into(), call: next, name: None });
    assert_eq!(alice.events(), [Event::IncomingCall { user: "bob".into(), name: None }]);
    alice.refuse(MessageType::EndCall, ErrorCode::NoCall);
    assert_eq!(alice.events(), []);
    assert_eq!(alice.client.call().map(|call| call.number), Some(next));
}

#[test]
fn a_call_that_crosses_what_was_given_up_is_given_up_with_it() {
    let mut alice = ClientOnLine::logged_in();
    alice.command(Command::Invite { user: "bob".into() });
    alice.command(Command::EndCall);
    alice.receive(Message::IncomingCall { user: "bob".into(), call: CALL, name: None });
    alice.ok(MessageType::Invite, "bob");
    alice.ok(MessageType::EndCall, "bob");
    assert_eq!((alice.events(), alice.client.call()), (vec![], None));
}

/// Whatever is said of a past call with the same user leaves the call that stands as it is.
#[test]
fn what_is_said_of_a_past_call_touches_no_later_one() {
    let past = CallNumber(CALL.0 - 1);
    let user = || "bob".to_owned();
    let late = [
        Message::CallEnded { user: user(), call: past, reason: CallEndReason::HungUp },
        Message::RejectCall { user: user(), call: past },
        Message::AcceptCall { user: user(), call: past },
        Message::Offer { user: user(), call: past, sdp: "v=0".into() },
        Message::Candidate { user: user(), call: past, candidate: Default::default() },
    ];
    let mut ringing = ClientOnLine::logged_in();
    ringing.command(Command::Invite { user: user() });
    ringing.ok(MessageType::Invite, "bob");
    ringing.events();
    for mut alice in [ringing, ClientOnLine::calling_bob()] {
        let before = alice.client.call().cloned();
        late.iter().cloned().for_each(|message| alice.receive(message));
        assert_eq!((alice.events(), alice.client.call()), (vec![], before.as_ref()));
        assert_eq!(alice.client.ignored_messages(), 5);
    }
}

#[test]
fn a_server_that_does_not_number_a_call_breaks_the_protocol() {
    let mut alice = ClientOnLine::logged_in();
    alice.command(Command::Invite { user: "bob".into() });
    alice.receive(Message::Ok { request: MessageType::Invite, user: None, call: None });
    assert!(matches!(alice.events()[..], [Event::ProtocolError { .. }]));
    assert_eq!(alice.client.call(), None);
}
