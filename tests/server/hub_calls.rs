//! Calls, from invitation to end.

use std::time::Duration;

use roomrtc_core::signaling::{CallEndReason, ErrorCode, Message, MessageType, UserState};
use roomrtc_server::hub::{CallStage, ConnectionId, DeadlineReason, Input};

use super::hub_harness::{CALL, HubHarness, codes};

pub(super) fn invite(user: &str) -> Message {
    Message::Invite { user: user.into() }
}

pub(super) fn accept(user: &str) -> Message {
    Message::AcceptCall { user: user.into(), call: CALL }
}

fn end(user: &str) -> Message {
    Message::EndCall { user: user.into(), call: Some(CALL) }
}

fn ended(user: &str, reason: CallEndReason) -> Message {
    Message::CallEnded { user: user.into(), call: CALL, reason }
}

fn ok(request: MessageType, user: &str) -> Message {
    let call = (request == MessageType::Invite).then_some(CALL);
    Message::Ok { request, user: Some(user.into()), call }
}

/// What a connection was sent, without the states of users and what they have missed.
pub(super) fn call_messages(hub: &mut HubHarness, connection: ConnectionId) -> Vec<Message> {
    let mut messages = hub.received(connection);
    messages.retain(|message| !matches!(message, Message::UserList(_) | Message::MissedCall(_)));
    messages
}

/// Alice and bob, logged in.
pub(super) fn two_users() -> (HubHarness, ConnectionId, ConnectionId) {
    let mut hub = HubHarness::new();
    let (alice, bob) = (hub.log_in("alice"), hub.log_in("bob"));
    call_messages(&mut hub, alice);
    (hub, alice, bob)
}

/// Alice's call rings at bob.
fn ringing() -> (HubHarness, ConnectionId, ConnectionId) {
    let (mut hub, alice, bob) = two_users();
    hub.send(alice, invite("bob"));
    assert_eq!(call_messages(&mut hub, alice), [ok(MessageType::Invite, "bob")]);
    let incoming = Message::IncomingCall { user: "alice".into(), call: CALL, name: None };
    assert_eq!(call_messages(&mut hub, bob), [incoming]);
    (hub, alice, bob)
}

/// Alice called bob, who accepted.
pub(super) fn accepted() -> (HubHarness, ConnectionId, ConnectionId) {
    let (mut hub, alice, bob) = ringing();
    hub.send(bob, accept("alice"));
    assert_eq!(call_messages(&mut hub, bob), [ok(MessageType::AcceptCall, "alice")]);
    assert_eq!(call_messages(&mut hub, alice), [accept("bob")]);
    (hub, alice, bob)
}

fn assert_both_available(hub: &HubHarness) {
    assert_eq!(hub.hub.calls().count(), 0);
    for user in ["alice", "bob"] {
        assert_eq!(hub.hub.user_state(user), Some(UserState::Available), "{user}");
    }
}

#[test]
fn a_call_is_accepted_and_both_are_busy() {
    let (hub, ..) = accepted();
    let calls: Vec<_> = hub.hub.calls().collect();
    assert_eq!(calls, [("alice", "bob", CallStage::Accepted)]);
    assert_eq!(hub.hub.user_state("alice"), Some(UserState::Busy));
    assert_eq!(hub.hub.user_state("bob"), Some(UserState::Busy));
}

#[test]
fn either_party_hangs_up() {
    let (mut hub, alice, bob) = accepted();
    let mut other = hub.clone();
    hub.send(alice, end("bob"));
    assert_eq!(call_messages(&mut hub, alice), [ok(MessageType::EndCall, "bob")]);
    assert_eq!(call_messages(&mut hub, bob), [ended("alice", CallEndReason::HungUp)]);
    assert_both_available(&hub);
    other.send(bob, end("alice"));
    assert_eq!(call_messages(&mut other, alice), [ended("bob", CallEndReason::HungUp)]);
    assert_both_available(&other);
}

#[test]
fn the_callee_declines() {
    let (mut hub, alice, bob) = ringing();
    hub.send(bob, Message::RejectCall { user: "alice".into(), call: CALL });
    assert_eq!(call_messages(&mut hub, bob), [ok(MessageType::RejectCall, "alice")]);
    let rejected = Message::RejectCall { user: "bob".into(), call: CALL };
    assert_eq!(call_messages(&mut hub, alice), [rejected]);
    assert_both_available(&hub);
}

#[test]
fn the_caller_cancels_while_it_rings() {
    let (mut hub, alice, bob) = ringing();
    hub.send(alice, end("bob"));
    assert_eq!(call_messages(&mut hub, bob), [ended("alice", CallEndReason::Cancelled)]);
    assert_both_available(&hub);
    hub.send(bob, accept("alice"));
    assert_eq!(codes(&call_messages(&mut hub, bob)), [ErrorCode::NoCall]);
}

#[test]
fn a_call_rings_out() {
    let (mut hub, alice, bob) = ringing();
    hub.advance(Duration::from_secs(59));
    assert_eq!(call_messages(&mut hub, bob), []);
    hub.advance(Duration::from_secs(1));
    assert_eq!(call_messages(&mut hub, alice), [ended("bob", CallEndReason::NoAnswer)]);
    assert_eq!(call_messages(&mut hub, bob), [ended("alice", CallEndReason::NoAnswer)]);
    assert_both_available(&hub);
}

#[test]
fn an_accepted_call_does_not_ring_out() {
    let (mut hub, ..) = accepted();
    hub.advance(Duration::from_secs(3600));
    assert_eq!(hub.hub.calls().count(), 1);
    let next = hub.hub.deadline().map(|deadline| deadline.reason);
    assert!(matches!(next, Some(DeadlineReason::Heartbeat(_))), "{next:?}");
}

#[test]
fn leaving_ends_the_call_for_the_other() {
    for (stage, party) in [(0, 0), (0, 1), (1, 0), (1, 1)] {
        let (mut hub, alice, bob) = if stage == 0 { ringing() } else { accepted() };
        let (leaver, name, other) =
            if party == 0 { (alice, "alice", bob) } else { (bob, "bob", alice) };
        let mut polite = hub.clone();
        hub.handle(Input::Closed(leaver));
        if stage == 1 {
            hub.advance(Duration::from_secs(29));
            assert_eq!(call_messages(&mut hub, other), []);
            assert_eq!(hub.hub.user_state(name), Some(UserState::Busy));
            hub.advance(Duration::from_secs(1));
        }
        assert_eq!(call_messages(&mut hub, other), [ended(name, CallEndReason::ConnectionLost)]);
        assert_eq!(hub.hub.user_state(name), Some(UserState::Offline));
        polite.send(leaver, Message::Logout);
        assert_eq!(call_messages(&mut polite, other), [ended(name, CallEndReason::LoggedOut)]);
        assert_eq!(polite.hub.calls().count(), 0);
    }
}

#[test]
fn invitations_that_cross_are_one_call_of_the_first() {
    let (mut hub, alice, bob) = ringing();
    hub.send(bob, invite("alice"));
    assert_eq!(call_messages(&mut hub, bob), [ok(MessageType::Invite, "alice")]);
    assert_eq!(call_messages(&mut hub, alice), [accept("bob")]);
    let calls: Vec<_> = hub.hub.calls().collect();
    assert_eq!(calls, [("alice", "bob", CallStage::Accepted)]);
}

#[test]
fn who_cannot_be_called_is_said_to_be_so() {
    let (mut hub, alice, _) = ringing();
    let carol = hub.log_in("carol");
    let dave = hub.log_in("dave");
    hub.handle(Input::Closed(dave));
    let mut refused = |connection, user: &str| {
        hub.send(connection, invite(user));
        codes(&call_messages(&mut hub, connection))
    };
    assert_eq!(refused(carol, "carol"), [ErrorCode::SelfCall]);
    assert_eq!(refused(carol, "nobody"), [ErrorCode::UnknownUser]);
    assert_eq!(refused(carol, "no|body\n"), [ErrorCode::UnknownUser]);
    assert_eq!(refused(carol, "dave"), [ErrorCode::UserOffline]);
    assert_eq!(refused(carol, "alice"), [ErrorCode::UserBusy]);
    assert_eq!(refused(carol, "bob"), [ErrorCode::UserBusy]);
    assert_eq!(refused(alice, "carol"), [ErrorCode::InCall]);
    assert_eq!(refused(alice, "bob"), [ErrorCode::InCall]);
}

#[test]
fn nobody_acts_in_a_call_that_is_not_theirs() {
    let (mut hub, alice, bob) = ringing();
    let mallory = hub.log_in("mallory");
    for message in [accept("alice"), accept("bob"), end("alice"), end("bob")] {
        hub.send(mallory, message);
        assert_eq!(codes(&call_messages(&mut hub, mallory)), [ErrorCode::NoCall]);
    }
    hub.send(alice, accept("bob"));
    assert_eq!(codes(&call_messages(&mut hub, alice)), [ErrorCode::NoCall]);
    hub.send(bob, accept("mallory"));
    assert_eq!(codes(&call_messages(&mut hub, bob)), [ErrorCode::NoCall]);
    let calls: Vec<_> = hub.hub.calls().collect();
    assert_eq!(calls, [("alice", "bob", CallStage::Ringing)]);
}

#[test]
fn a_name_that_is_too_long_is_not_sent_back() {
    let (mut hub, alice, _) = two_users();
    hub.send(alice, invite(&"%".repeat(40_000)));
    let answer = call_messages(&mut hub, alice);
    let [Message::Error(error)] = &answer[..] else { panic!("{answer:?}") };
    assert_eq!((error.code, &error.user), (ErrorCode::UnknownUser, &None));
    assert!(error.text.len() < 100, "{}", error.text);
}
