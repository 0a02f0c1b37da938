//! Calls as a client sees them.

use roomrtc_core::sdp::{CandidateInit, DescriptionKind};
use roomrtc_core::signaling::client::{CallRole, CallStage, Command, CommandError, Event};
use roomrtc_core::signaling::limits::MAX_SDP;
use roomrtc_core::signaling::{CallEndReason, ErrorCode, Message, MessageType};

use super::client_on_line::{CALL, ClientOnLine};

fn describe(kind: DescriptionKind, sdp: &str) -> Command {
    Command::SendDescription { kind, sdp: sdp.into() }
}

#[test]
fn the_caller_invites_and_offers() {
    let mut alice = ClientOnLine::logged_in();
    alice.command(Command::Invite { user: "bob".into() });
    assert_eq!(alice.sent(), [Message::Invite { user: "bob".into() }]);
    assert_eq!(alice.client.call(), None);
    alice.ok(MessageType::Invite, "bob");
    assert_eq!(alice.events(), [Event::Ringing { user: "bob".into() }]);
    alice.receive(Message::AcceptCall { user: "bob".into(), call: CALL });
    let role = CallRole::Caller;
    assert_eq!(alice.events(), [Event::CallAccepted { user: "bob".into(), role }]);
    alice.command(describe(DescriptionKind::Offer, "v=0"));
    assert_eq!(
        alice.sent(),
        [Message::Offer { user: "bob".into(), call: CALL, sdp: "v=0".into() }]
    );
    let sdp: String = "v=0\r\n".into();
    alice.receive(Message::Answer { user: "bob".into(), call: CALL, sdp: sdp.clone() });
    let kind = DescriptionKind::Answer;
    assert_eq!(alice.events(), [Event::RemoteDescription { kind, sdp }]);
}

#[test]
fn the_callee_is_asked_and_answers() {
    let mut alice = ClientOnLine::logged_in();
    alice.receive(Message::IncomingCall { user: "bob".into(), call: CALL, name: None });
    assert_eq!(alice.events(), [Event::IncomingCall { user: "bob".into(), name: None }]);
    alice.command(Command::Accept);
    assert_eq!(alice.sent(), [Message::AcceptCall { user: "bob".into(), call: CALL }]);
    assert_eq!(
        alice.client.command(describe(DescriptionKind::Answer, "")),
        Err(CommandError::NoCall)
    );
    alice.ok(MessageType::AcceptCall, "bob");
    let role = CallRole::Callee;
    assert_eq!(alice.events(), [Event::CallAccepted { user: "bob".into(), role }]);
    alice.receive(Message::Offer { user: "bob".into(), call: CALL, sdp: "v=0".into() });
    alice.command(describe(DescriptionKind::Answer, "v=1"));
    assert_eq!(
        alice.sent(),
        [Message::Answer { user: "bob".into(), call: CALL, sdp: "v=1".into() }]
    );
}

#[test]
fn later_descriptions_say_what_they_are() {
    let mut alice = ClientOnLine::calling_bob();
    alice.command(describe(DescriptionKind::Offer, "1"));
    alice.command(describe(DescriptionKind::Offer, "2"));
    alice.command(describe(DescriptionKind::Answer, "3"));
    let later =
        |kind, sdp: &str| Message::Sdp { user: "bob".into(), call: CALL, kind, sdp: sdp.into() };
    assert_eq!(
        alice.sent()[1..],
        [later(DescriptionKind::Offer, "2"), later(DescriptionKind::Answer, "3")]
    );
    alice.receive(later(DescriptionKind::Offer, "4"));
    let kind = DescriptionKind::Offer;
    assert_eq!(alice.events(), [Event::RemoteDescription { kind, sdp: "4".into() }]);
}

#[test]
fn candidates_pass_both_ways() {
    let mut alice = ClientOnLine::calling_bob();
    let candidate = CandidateInit {
        candidate: "candidate:1 1 udp 1 192.0.2.1 9 typ host".into(),
        sdp_mid: Some("0".into()),
        sdp_mline_index: Some(0),
        username_fragment: None,
    };
    alice.command(Command::SendCandidate(candidate.clone()));
    let message =
        Message::Candidate { user: "bob".into(), call: CALL, candidate: candidate.clone() };
    assert_eq!(alice.sent(), std::slice::from_ref(&message));
    alice.receive(message);
    assert_eq!(alice.events(), [Event::RemoteCandidate(candidate)]);
}

#[test]
fn what_is_not_of_the_call_is_ignored() {
    let mut alice = ClientOnLine::calling_bob();
    alice.receive(Message::Offer { user: "mallory".into(), call: CALL, sdp: "v=0".into() });
    alice.receive(Message::CallEnded {
        user: "mallory".into(),
        call: CALL,
        reason: CallEndReason::HungUp,
    });
    alice.receive(Message::AcceptCall { user: "mallory".into(), call: CALL });
    alice.receive(Message::IncomingCall { user: "mallory".into(), call: CALL, name: None });
    assert_eq!(alice.events(), []);
    assert_eq!(alice.client.ignored_messages(), 4);
}

#[test]
fn either_side_ends_the_call() {
    let mut alice = ClientOnLine::calling_bob();
    let mut other = ClientOnLine::calling_bob();
    alice.command(Command::EndCall);
    assert_eq!(alice.sent(), [Message::EndCall { user: "bob".into(), call: Some(CALL) }]);
    assert_eq!(alice.client.call(), None);
    let reason = CallEndReason::HungUp;
    other.receive(Message::CallEnded { user: "bob".into(), call: CALL, reason });
    assert_eq!(other.events(), [Event::CallEnded { user: "bob".into(), reason }]);
    assert_eq!(other.client.command(Command::EndCall), Err(CommandError::NoCall));
}

#[test]
fn both_hang_up_at_once_without_a_complaint() {
    let mut alice = ClientOnLine::calling_bob();
    alice.command(Command::EndCall);
    alice.command(Command::Invite { user: "bob".into() });
    alice.receive(Message::CallEnded {
        user: "bob".into(),
        call: CALL,
        reason: CallEndReason::HungUp,
    });
    alice.refuse(MessageType::EndCall, ErrorCode::NoCall);
    assert_eq!(alice.events(), []);
    alice.ok(MessageType::Invite, "bob");
    assert_eq!(alice.events(), [Event::Ringing { user: "bob".into() }]);
}

#[test]
fn an_incoming_call_is_declined() {
    let mut alice = ClientOnLine::logged_in();
    alice.receive(Message::IncomingCall { user: "bob".into(), call: CALL, name: None });
    alice.command(Command::Reject);
    assert_eq!(alice.sent(), [Message::RejectCall { user: "bob".into(), call: CALL }]);
    assert_eq!(alice.client.command(Command::Accept), Err(CommandError::NoCall));
    let mut caller = ClientOnLine::logged_in();
    caller.command(Command::Invite { user: "bob".into() });
    caller.ok(MessageType::Invite, "bob");
    caller.events();
    caller.receive(Message::RejectCall { user: "bob".into(), call: CALL });
    assert_eq!(caller.events(), [Event::CallRejected { user: "bob".into() }]);
    assert_eq!(caller.client.call(), None);
}

#[test]
fn a_refused_invitation_is_told_with_its_sentence() {
    let mut alice = ClientOnLine::logged_in();
    alice.command(Command::Invite { user: "bob".into() });
    alice.refuse(MessageType::Invite, ErrorCode::UserBusy);
    let (request, code) = (Some(MessageType::Invite), ErrorCode::UserBusy);
    assert_eq!(alice.events(), [Event::Refused { request, code, text: "No.".into() }]);
    alice.command(Command::Invite { user: "carol".into() });
}

#[test]
fn what_is_too_long_is_not_sent() {
    let mut alice = ClientOnLine::calling_bob();
    let length = MAX_SDP + 1;
    let long = describe(DescriptionKind::Offer, &"v".repeat(length));
    assert_eq!(alice.client.command(long), Err(CommandError::TooLong { length }));
    assert_eq!(alice.sent(), []);
    let worst = describe(DescriptionKind::Offer, &"\n".repeat(MAX_SDP));
    alice.command(worst);
    assert_eq!(alice.client.call().map(|call| call.stage), Some(CallStage::Accepted));
    assert_eq!(alice.sent().len(), 1);
}
