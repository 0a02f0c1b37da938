//! What connections may not do.

use std::time::Duration;

use roomrtc_core::base::Time;
use roomrtc_core::signaling::{
    Credentials, DecodeError, ErrorCode, FrameError, Message, MessageError,
};
use roomrtc_server::hub::{CloseReason, ConnectionId, DeadlineReason, HubConfig, Input};

use super::hub_calls::{accepted, call_messages, invite};
use super::hub_harness::{CALL, HubHarness, codes};

fn small() -> HubConfig {
    HubConfig { outbox_relay_limit: 2_000, outbox_limit: 4_000, ..HubHarness::config() }
}

#[test]
fn who_does_not_log_in_is_closed() {
    let mut hub = HubHarness::new();
    let slow = hub.connect();
    let deadline = hub.hub.deadline().expect("a deadline");
    assert_eq!(deadline.reason, DeadlineReason::Login(slow));
    assert_eq!(deadline.at, Time::from_secs(30));
    hub.log_in("alice");
    hub.advance(Duration::from_secs(30));
    assert_eq!(hub.closed, [(slow, CloseReason::LoginTimeout)]);
    assert_eq!(codes(&hub.received(slow)), [ErrorCode::LoginTimeout]);
}

/// A server that has much to do takes long for a login, and that is not the client's fault.
#[test]
fn who_waits_for_the_server_is_not_closed() {
    let mut hub = HubHarness::new();
    let waiting = hub.connect();
    hub.holds = true;
    hub.send(waiting, Message::Login(Credentials::new("nobody", "correct horse")));
    hub.advance(Duration::from_secs(100));
    hub.release();
    assert_eq!(codes(&hub.received(waiting)), [ErrorCode::WrongCredentials]);
    hub.advance(Duration::from_secs(29));
    assert_eq!(hub.closed, []);
    hub.advance(Duration::from_secs(1));
    assert_eq!(hub.closed, [(waiting, CloseReason::LoginTimeout)]);
}

#[test]
fn who_logs_out_has_to_log_in_again() {
    let mut hub = HubHarness::new();
    let alice = hub.log_in("alice");
    hub.advance(Duration::from_secs(1000));
    hub.send(alice, Message::Logout);
    hub.advance(Duration::from_secs(29));
    assert_eq!(hub.closed, []);
    hub.advance(Duration::from_secs(1));
    assert_eq!(hub.closed, [(alice, CloseReason::LoginTimeout)]);
}

#[test]
fn too_much_without_a_login_closes_the_connection() {
    let mut hub = HubHarness::new();
    let stranger = hub.connect();
    for _ in 0..16 {
        assert_eq!(codes(&hub.ask(stranger, Message::Logout)), [ErrorCode::NotLoggedIn]);
    }
    let answer = hub.ask(stranger, Message::Logout);
    assert_eq!(codes(&answer), [ErrorCode::TooManyAttempts]);
    assert_eq!(hub.closed, [(stranger, CloseReason::TooManyAttempts)]);
    assert_eq!(hub.ask(stranger, Message::Logout), []);
}

#[test]
fn who_is_logged_in_may_go_on() {
    let mut hub = HubHarness::new();
    let alice = hub.log_in("alice");
    for _ in 0..1000 {
        assert_eq!(codes(&hub.ask(alice, invite("nobody"))), [ErrorCode::UnknownUser]);
    }
    assert_eq!(hub.closed, []);
}

#[test]
fn beyond_the_limit_the_oldest_stranger_is_sent_away() {
    let mut hub = HubHarness::with(HubConfig { max_anonymous: 2, ..HubHarness::config() });
    let first = hub.log_in("alice");
    let (oldest, newer, newest) = (hub.connect(), hub.connect(), hub.connect());
    assert_eq!(hub.closed, [(oldest, CloseReason::TooManyConnections)]);
    assert_eq!(codes(&hub.received(oldest)), [ErrorCode::Overloaded]);
    hub.handle(Input::Closed(newer));
    hub.handle(Input::Closed(first));
    hub.connect();
    assert_eq!(hub.closed.len(), 1);
    hub.connect();
    assert_eq!(hub.closed[1], (newest, CloseReason::TooManyConnections));
}

#[test]
fn a_broken_message_is_answered_and_a_broken_frame_closes() {
    let mut hub = HubHarness::new();
    let connection = hub.log_in("alice");
    let error = MessageError::UnknownType("HOWDY".into());
    let error = DecodeError::Message { request: None, error };
    hub.handle(Input::Unreadable { connection, error });
    assert_eq!(codes(&hub.received(connection)), [ErrorCode::UnknownType]);
    let error = FrameError::TooLong { limit: 9 }.into();
    hub.handle(Input::Unreadable { connection, error });
    assert_eq!(codes(&hub.received(connection)), [ErrorCode::TooLong]);
    assert_eq!(hub.closed, [(connection, CloseReason::BrokenFrame)]);
}

#[test]
fn who_does_not_read_its_own_answers_is_closed() {
    let mut hub = HubHarness::with(small());
    let alice = hub.log_in("alice");
    for _ in 0..100 {
        hub.send(alice, invite("nobody"));
    }
    assert_eq!(hub.closed, [(alice, CloseReason::NotReading)]);
    assert_eq!(hub.received(alice), []);
    assert_eq!(hub.hub.user_of(alice), None);
}

fn calling(config: HubConfig) -> (HubHarness, ConnectionId, ConnectionId) {
    let mut hub = HubHarness::with(config);
    let (alice, bob) = (hub.log_in("alice"), hub.log_in("bob"));
    hub.send(alice, invite("bob"));
    hub.send(bob, Message::AcceptCall { user: "alice".into(), call: CALL });
    hub.received(alice);
    hub.received(bob);
    (hub, alice, bob)
}

#[test]
fn nobody_is_thrown_out_by_what_another_sends() {
    let (mut hub, alice, bob) = calling(small());
    for _ in 0..100 {
        hub.send(alice, Message::Offer { user: "bob".into(), call: CALL, sdp: "v".repeat(500) });
        let refused = codes(&call_messages(&mut hub, alice));
        assert!(refused.iter().all(|code| *code == ErrorCode::UserNotReading), "{refused:?}");
    }
    assert_eq!(hub.closed, []);
    assert!((3..8).contains(&hub.received(bob).len()));
    hub.send(alice, Message::Offer { user: "bob".into(), call: CALL, sdp: String::new() });
    assert_eq!(call_messages(&mut hub, alice), []);
}

#[test]
fn nobody_rings_at_who_does_not_read() {
    let (mut hub, alice, _) = calling(small());
    for _ in 0..10 {
        hub.send(alice, Message::Offer { user: "bob".into(), call: CALL, sdp: "v".repeat(500) });
    }
    hub.send(alice, Message::EndCall { user: "bob".into(), call: Some(CALL) });
    call_messages(&mut hub, alice);
    hub.send(alice, invite("bob"));
    assert_eq!(codes(&call_messages(&mut hub, alice)), [ErrorCode::UserNotReading]);
}

#[test]
fn who_takes_nothing_for_too_long_is_closed() {
    let (mut hub, alice, bob) = accepted();
    hub.send(alice, Message::Offer { user: "bob".into(), call: CALL, sdp: String::new() });
    hub.advance(Duration::from_secs(29));
    assert_eq!(hub.closed, []);
    hub.advance(Duration::from_secs(1));
    assert_eq!(hub.closed, [(bob, CloseReason::NotReading)]);
    assert_eq!(call_messages(&mut hub, alice), []);
    hub.advance(Duration::from_secs(30));
    assert_eq!(call_messages(&mut hub, alice).len(), 1);
}

#[test]
fn who_takes_a_little_now_and_then_is_not_closed() {
    let (mut hub, alice, bob) = accepted();
    for _ in 0..10 {
        hub.send(alice, Message::Offer { user: "bob".into(), call: CALL, sdp: String::new() });
    }
    for _ in 0..9 {
        hub.advance(Duration::from_secs(29));
        assert!(hub.hub.poll_message(hub.now, bob).is_some());
    }
    assert_eq!(hub.closed, []);
    hub.advance(Duration::from_secs(30));
    assert_eq!(hub.closed, [(bob, CloseReason::NotReading)]);
}

#[test]
fn what_is_not_known_is_not_minded() {
    let mut hub = HubHarness::new();
    let ghost = ConnectionId(99);
    hub.send(ghost, invite("bob"));
    hub.handle(Input::Closed(ghost));
    assert_eq!((hub.received(ghost), hub.closed.len()), (vec![], 0));
}
