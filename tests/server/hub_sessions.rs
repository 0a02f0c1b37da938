//! Sessions, and calls that outlive a connection or the server.

use std::time::Duration;

use roomrtc_core::signaling::{
    CallEndReason, Credentials, ErrorCode, Message, MessageType, Password, Token, UserState,
};
use roomrtc_server::hub::{CallStage, CloseReason, ConnectionId, HubConfig, Input, SecondDevice};

use super::hub_calls::{accept, call_messages, invite};
use super::hub_harness::{CALL, HubHarness, codes};

/// Logs in, which makes the account if there is none; the token that resumes it.
pub(super) fn log_in(hub: &mut HubHarness, user: &str) -> (ConnectionId, Token) {
    let connection = hub.connect();
    let credentials = Credentials::new(user, "correct horse");
    if !hub.accounts.has(user) {
        hub.send(connection, Message::Register(credentials.clone()));
    }
    let answer = hub.ask(connection, Message::Login(credentials));
    (connection, token(&answer))
}

/// The token among these messages.
pub(super) fn token(messages: &[Message]) -> Token {
    let token = messages.iter().find_map(|message| match message {
        Message::Session { token, .. } => Some(token.clone()),
        _ => None,
    });
    token.expect("a session")
}

/// Alice called bob, who accepted; their connections and tokens.
fn in_call(config: HubConfig) -> (HubHarness, [(ConnectionId, Token); 2]) {
    let mut hub = HubHarness::with(config);
    let (alice, bob) = (log_in(&mut hub, "alice"), log_in(&mut hub, "bob"));
    hub.send(alice.0, invite("bob"));
    hub.send(bob.0, accept("alice"));
    hub.received(alice.0);
    hub.received(bob.0);
    (hub, [alice, bob])
}

fn rejoin(user: &str) -> Message {
    Message::RejoinCall { user: user.into(), call: CALL }
}

fn rejoined(user: &str) -> Message {
    Message::Ok { request: MessageType::RejoinCall, user: Some(user.into()), call: Some(CALL) }
}

fn ended(user: &str, reason: CallEndReason) -> Message {
    Message::CallEnded { user: user.into(), call: CALL, reason }
}

#[test]
fn a_token_logs_in_again_without_a_password() {
    let mut hub = HubHarness::new();
    let (alice, token) = log_in(&mut hub, "alice");
    hub.handle(Input::Closed(alice));
    let (again, answer) = hub.resume(token);
    let ok = Message::Ok { request: MessageType::Resume, user: Some("alice".into()), call: None };
    let kinds: Vec<_> = answer.iter().map(Message::message_type).collect();
    assert_eq!(
        (&answer[0], &kinds[1..]),
        (&ok, &[MessageType::Session, MessageType::UserList][..])
    );
    assert_eq!(hub.hub.user_of(again).map(|name| &**name), Some("alice"));
}

/// A token that was voided comes again: whoever is there by its session, be it the thief or the
/// owner, is out, and the owner logs in with the password.
#[test]
fn a_token_replay_ends_the_connection_that_stands() {
    let (mut hub, [(alice, stolen), (bob, _)]) = in_call(HubHarness::config());
    hub.handle(Input::Closed(alice));
    let (alice, answer) = hub.resume(stolen.clone());
    hub.send(alice, rejoin("bob"));
    hub.received(alice);
    let (thief, refused) = hub.resume(stolen);
    assert_eq!(codes(&refused), [ErrorCode::UnknownSession]);
    assert_eq!(hub.closed, [(alice, CloseReason::SessionRevoked)]);
    assert_eq!(codes(&hub.received(alice)), [ErrorCode::SessionRevoked]);
    assert_eq!(call_messages(&mut hub, bob), [ended("alice", CallEndReason::LoggedOut)]);
    assert_eq!(codes(&hub.resume(token(&answer)).1), [ErrorCode::UnknownSession]);
    let login = Message::Login(Credentials::new("alice", "correct horse"));
    assert_eq!(codes(&hub.ask(thief, login)), []);
}

#[test]
fn a_token_replay_ends_no_connection_of_another_session() {
    let mut hub = HubHarness::new();
    let (first, stolen) = log_in(&mut hub, "alice");
    hub.handle(Input::Closed(first));
    let (second, _) = hub.resume(stolen.clone());
    hub.handle(Input::Closed(second));
    let (alice, _) = log_in(&mut hub, "alice");
    let (_, refused) = hub.resume(stolen);
    assert_eq!(codes(&refused), [ErrorCode::UnknownSession]);
    assert_eq!(hub.closed, []);
    assert!(hub.hub.user_of(alice).is_some());
}

/// Two workers may finish the other way round.
#[test]
fn a_session_that_was_revoked_lets_nobody_in_who_was_about_to_resume_it() {
    let mut hub = HubHarness::new();
    let (alice, stolen) = log_in(&mut hub, "alice");
    hub.handle(Input::Closed(alice));
    let (again, answer) = hub.resume(stolen.clone());
    hub.handle(Input::Closed(again));
    hub.holds = true;
    let (owner, _) = hub.resume(token(&answer));
    let (thief, _) = hub.resume(stolen);
    hub.holds = false;
    let requests = std::mem::take(&mut hub.held);
    let outcomes = hub.perform_held(requests);
    for (operation, outcome) in outcomes.into_iter().rev() {
        hub.handle(Input::AccountDone { operation, outcome });
    }
    for connection in [owner, thief] {
        assert_eq!(codes(&hub.received(connection)), [ErrorCode::UnknownSession]);
        assert_eq!(hub.hub.user_of(connection), None);
    }
}

#[test]
fn a_session_ends_with_a_logout() {
    let mut hub = HubHarness::new();
    let (alice, token) = log_in(&mut hub, "alice");
    let answer = hub.ask(alice, Message::Logout);
    assert_eq!(answer, [Message::Ok { request: MessageType::Logout, user: None, call: None }]);
    let (_, answer) = hub.resume(token);
    assert_eq!(codes(&answer), [ErrorCode::UnknownSession]);
}

#[test]
fn a_call_waits_for_a_party_and_nothing_is_told() {
    let (mut hub, [(alice, token), (bob, _)]) = in_call(HubHarness::config());
    let sdp =
        |user: &str, text: &str| Message::Offer { user: user.into(), call: CALL, sdp: text.into() };
    hub.send(bob, sdp("alice", "not taken before the connection broke"));
    hub.handle(Input::Closed(alice));
    hub.advance(Duration::from_secs(29));
    hub.send(bob, sdp("alice", "sent meanwhile"));
    assert_eq!(call_messages(&mut hub, bob), []);
    assert_eq!(hub.hub.user_state("alice"), Some(UserState::Busy));
    let (alice, _) = hub.resume(token);
    let answer = hub.ask(alice, rejoin("bob"));
    let held = ["not taken before the connection broke", "sent meanwhile"];
    assert_eq!(answer, [rejoined("bob"), sdp("bob", held[0]), sdp("bob", held[1])]);
    hub.send(alice, sdp("bob", "from alice"));
    assert_eq!(call_messages(&mut hub, bob), [sdp("alice", "from alice")]);
}

#[test]
fn who_does_not_come_back_or_does_not_rejoin_ends_the_call() {
    for resumes in [false, true] {
        let (mut hub, [(alice, token), (bob, _)]) = in_call(HubHarness::config());
        hub.handle(Input::Closed(alice));
        if resumes {
            hub.resume(token);
        }
        hub.advance(Duration::from_secs(29));
        assert_eq!(call_messages(&mut hub, bob), []);
        hub.advance(Duration::from_secs(1));
        let lost = ended("alice", CallEndReason::ConnectionLost);
        assert_eq!(call_messages(&mut hub, bob), [lost]);
        let state = if resumes { UserState::Available } else { UserState::Offline };
        assert_eq!(hub.hub.user_state("alice"), Some(state));
    }
}

#[test]
fn who_was_away_when_the_other_hung_up_is_told() {
    let (mut hub, [(alice, token), (bob, _)]) = in_call(HubHarness::config());
    hub.handle(Input::Closed(alice));
    hub.send(bob, Message::EndCall { user: "alice".into(), call: Some(CALL) });
    let (alice, _) = hub.resume(token);
    assert_eq!(hub.ask(alice, rejoin("bob")), [ended("bob", CallEndReason::HungUp)]);
}

#[test]
fn both_are_lost_and_come_back() {
    let (mut hub, [(alice, first), (bob, second)]) = in_call(HubHarness::config());
    hub.handle(Input::Closed(alice));
    hub.handle(Input::Closed(bob));
    let (bob, _) = hub.resume(second);
    assert_eq!(hub.ask(bob, rejoin("alice")), [rejoined("alice")]);
    let (alice, _) = hub.resume(first);
    assert_eq!(hub.ask(alice, rejoin("bob")), [rejoined("bob")]);
    let calls: Vec<_> = hub.hub.calls().collect();
    assert_eq!(calls, [("alice", "bob", CallStage::Accepted)]);
}

#[test]
fn a_call_stands_again_after_a_restart_once_both_say_so() {
    let (mut hub, [(_, first), (_, second)]) = in_call(HubHarness::config());
    hub.restart();
    let (alice, _) = hub.resume(first);
    assert_eq!(hub.ask(alice, rejoin("bob")), []);
    let (bob, _) = hub.resume(second);
    hub.received(alice);
    assert_eq!(hub.ask(bob, rejoin("alice")), [rejoined("alice")]);
    assert_eq!(call_messages(&mut hub, alice), [rejoined("bob")]);
    let offer = |user: &str| Message::Offer { user: user.into(), call: CALL, sdp: "v=0".into() };
    hub.send(bob, offer("alice"));
    assert_eq!(call_messages(&mut hub, alice), [offer("bob")]);
}

#[test]
fn what_only_one_says_after_a_restart_is_no_call() {
    let (mut hub, [(_, first), (_, second)]) = in_call(HubHarness::config());
    hub.restart();
    let (alice, _) = hub.resume(first);
    hub.send(alice, rejoin("bob"));
    let (bob, _) = hub.resume(second);
    hub.send(alice, Message::Offer { user: "bob".into(), call: CALL, sdp: "too early".into() });
    assert_eq!(codes(&call_messages(&mut hub, alice)), [ErrorCode::NoCall]);
    hub.advance(Duration::from_secs(30));
    assert_eq!(call_messages(&mut hub, alice), [ended("bob", CallEndReason::ConnectionLost)]);
    assert_eq!(call_messages(&mut hub, bob), []);
    assert_eq!(hub.hub.calls().count(), 0);
}

#[test]
fn a_half_open_connection_does_not_lock_its_own_client_out() {
    let (mut hub, [(alice, token), (bob, _)]) = in_call(HubHarness::config());
    let (again, _) = hub.resume(token);
    assert_eq!(hub.closed, [(alice, CloseReason::TakenOver)]);
    assert_eq!(codes(&hub.received(alice)), [ErrorCode::TakenOver]);
    assert_eq!(hub.ask(again, rejoin("bob"))[0], rejoined("bob"));
    assert_eq!(call_messages(&mut hub, bob), []);
}

#[test]
fn a_second_device_is_refused_or_takes_over() {
    for (second_device, is_taken) in [(SecondDevice::Refuse, false), (SecondDevice::TakeOver, true)]
    {
        let mut hub = HubHarness::with(HubConfig { second_device, ..HubHarness::config() });
        let (first, _) = log_in(&mut hub, "alice");
        let second = hub.connect();
        let answer = hub.ask(second, Message::Login(Credentials::new("alice", "correct horse")));
        let refusals = if is_taken { vec![] } else { vec![ErrorCode::LoggedInElsewhere] };
        assert_eq!(codes(&answer), refusals);
        let closed = if is_taken { vec![(first, CloseReason::TakenOver)] } else { vec![] };
        assert_eq!(hub.closed, closed);
    }
}

#[test]
fn a_new_password_ends_the_other_sessions() {
    let mut hub = HubHarness::new();
    let (first, old) = log_in(&mut hub, "alice");
    hub.handle(Input::Closed(first));
    let (alice, _) = log_in(&mut hub, "alice");
    let change = |old: &str, new: &str| Message::ChangePassword {
        password: Password::new(old),
        new_password: Password::new(new),
    };
    assert_eq!(
        codes(&hub.ask(alice, change("wrong", "new password"))),
        [ErrorCode::WrongCredentials]
    );
    assert_eq!(
        codes(&hub.ask(alice, change("correct horse", "short"))),
        [ErrorCode::PasswordInvalid]
    );
    let answer = hub.ask(alice, change("correct horse", "new password"));
    token(&answer);
    let (_, answer) = hub.resume(old);
    assert_eq!(codes(&answer), [ErrorCode::UnknownSession]);
}

#[test]
fn a_connection_that_took_over_meanwhile_is_closed_by_the_new_password() {
    let mut hub = HubHarness::new();
    let (alice, old) = log_in(&mut hub, "alice");
    hub.holds = true;
    hub.send(
        alice,
        Message::ChangePassword {
            password: Password::new("correct horse"),
            new_password: Password::new("new password"),
        },
    );
    let change = std::mem::take(&mut hub.held);
    hub.holds = false;
    let (thief, _) = hub.resume(old);
    hub.held = change;
    hub.release();
    assert!(hub.closed.contains(&(thief, CloseReason::SessionRevoked)), "{:?}", hub.closed);
}

#[test]
fn an_account_is_deleted_and_told_to_be() {
    let (mut hub, [(alice, token), (bob, _)]) = in_call(HubHarness::config());
    let delete = Message::DeleteAccount { password: Password::new("correct horse") };
    let answer = hub.ask(alice, delete);
    assert!(matches!(answer[0], Message::Ok { request: MessageType::DeleteAccount, .. }));
    let told = hub.received(bob);
    assert!(told.contains(&ended("alice", CallEndReason::LoggedOut)), "{told:?}");
    let deleted = |message: &Message| match message {
        Message::UserList(list) => list.users.iter().any(|u| u.state == UserState::Deleted),
        _ => false,
    };
    assert!(told.iter().any(deleted), "{told:?}");
    assert_eq!(codes(&hub.resume(token).1), [ErrorCode::UnknownSession]);
    assert_eq!(hub.hub.user_state("alice"), None);
    hub.log_in("alice");
}
