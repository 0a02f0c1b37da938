//! Invitations and answers that cross each other on the line.

use roomrtc_core::signaling::client::{CallRole, CallStage, Command, CommandError, Event};
use roomrtc_core::signaling::{CallEndReason, ErrorCode, Message, MessageType};

use super::client_on_line::ClientOnLine;

/// A client whose invitation to bob is on its way when bob's comes.
fn crossing() -> ClientOnLine {
    let mut alice = ClientOnLine::logged_in();
    alice.command(Command::Invite { user: "bob".into() });
    alice.receive(Message::IncomingCall { user: "bob".into(), name: None });
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
    alice.receive(Message::CallEnded { user: "bob".into(), reason: CallEndReason::Cancelled });
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
    alice.receive(Message::IncomingCall { user: "carol".into(), name: None });
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
    let types: Vec<MessageType> = alice.sent().iter().map(Message::message_type).collect();
    assert_eq!(types, [invite, end]);
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
    alice.receive(Message::IncomingCall { user: "bob".into(), name: None });
    alice.command(Command::Accept);
    alice.events();
    let reason = CallEndReason::Cancelled;
    alice.receive(Message::CallEnded { user: "bob".into(), reason });
    alice.refuse(MessageType::AcceptCall, ErrorCode::NoCall);
    assert_eq!(alice.events()[0], Event::CallEnded { user: "bob".into(), reason });
    assert_eq!(alice.client.call(), None);
}

#[test]
fn the_caller_calls_again_while_we_accept() {
    let mut alice = ClientOnLine::logged_in();
    alice.receive(Message::IncomingCall { user: "bob".into(), name: None });
    alice.command(Command::Accept);
    alice.receive(Message::CallEnded { user: "bob".into(), reason: CallEndReason::Cancelled });
    alice.receive(Message::IncomingCall { user: "bob".into(), name: None });
    alice.ok(MessageType::AcceptCall, "bob");
    assert_eq!(alice.client.call().map(|call| call.stage), Some(CallStage::Accepted));
}

#[test]
fn what_was_accepted_is_not_declined_but_ended() {
    let mut alice = ClientOnLine::logged_in();
    alice.receive(Message::IncomingCall { user: "bob".into(), name: None });
    alice.command(Command::Accept);
    alice.sent();
    assert_eq!(alice.client.command(Command::Reject), Err(CommandError::NoCall));
    assert_eq!(alice.client.command(Command::Accept), Err(CommandError::NoCall));
    alice.command(Command::EndCall);
    assert_eq!(alice.sent(), [Message::EndCall { user: "bob".into() }]);
    alice.ok(MessageType::AcceptCall, "bob");
    alice.ok(MessageType::EndCall, "bob");
    assert_eq!(alice.client.call(), None);
}
