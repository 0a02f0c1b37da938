//! Accounts and logins.

use roomrtc_core::signaling::limits::{MAX_BODY, MAX_BODY_BEFORE_LOGIN, MAX_PASSWORD};
use roomrtc_core::signaling::{Credentials, ErrorCode, Message, MessageType, UserState};
use roomrtc_server::hub::{AccountOutcome, AccountRequest, Input};

use super::hub_harness::{CALL, HubHarness, codes};

fn register(user: &str, password: &str) -> Message {
    Message::Register(Credentials::new(user, password))
}

fn login(user: &str, password: &str) -> Message {
    Message::Login(Credentials::new(user, password))
}

fn ok(request: MessageType, user: &str) -> Message {
    Message::Ok { request, user: Some(user.into()), call: None }
}

#[test]
fn a_user_registers_and_logs_in() {
    let mut hub = HubHarness::new();
    let alice = hub.connect();
    assert_eq!(hub.hub.max_body(alice), MAX_BODY_BEFORE_LOGIN);
    let answer = hub.ask(alice, register("alice", "correct horse"));
    assert_eq!(answer, [ok(MessageType::Register, "alice")]);
    assert_eq!(hub.hub.user_state("alice"), Some(UserState::Offline));
    let answer = hub.ask(alice, login("alice", "correct horse"));
    assert_eq!(answer[0], ok(MessageType::Login, "alice"));
    assert_eq!(hub.hub.user_state("alice"), Some(UserState::Available));
    assert_eq!(hub.hub.max_body(alice), MAX_BODY);
}

#[test]
fn a_wrong_password_and_an_unknown_user_get_the_same_answer() {
    let mut hub = HubHarness::new();
    hub.log_in("alice");
    let other = hub.connect();
    let mut answer = |message| match &hub.ask(other, message)[..] {
        [Message::Error(error)] => (error.code, error.text.clone()),
        answer => panic!("{answer:?}"),
    };
    let wrong = answer(login("alice", "wrong horse"));
    assert_eq!(wrong.0, ErrorCode::WrongCredentials);
    assert_eq!(wrong, answer(login("nobody", "correct horse")));
    assert_eq!(wrong, answer(login("no|body\n", "correct horse")));
    assert_eq!(wrong, answer(login(&"x".repeat(500), "correct horse")));
    assert_eq!(wrong, answer(login("alice", &"x".repeat(MAX_PASSWORD + 1))));
}

/// The hub asks for a user who does not exist as for any other, so that the answer takes as long.
#[test]
fn an_unknown_user_costs_the_same_work() {
    let mut hub = HubHarness::new();
    let stranger = hub.connect();
    hub.holds = true;
    hub.send(stranger, login("nobody", "correct horse"));
    let expected = AccountRequest::LogIn(Credentials::new("nobody", "correct horse"));
    assert_eq!(hub.held.iter().map(|(_, request)| request).collect::<Vec<_>>(), [&expected]);
}

#[test]
fn a_user_is_logged_in_once() {
    let mut hub = HubHarness::new();
    let alice = hub.log_in("alice");
    let second = hub.connect();
    let answer = hub.ask(second, login("alice", "correct horse"));
    assert_eq!(codes(&answer), [ErrorCode::LoggedInElsewhere]);
    let answer = hub.ask(alice, login("alice", "correct horse"));
    assert_eq!(codes(&answer), [ErrorCode::AlreadyLoggedIn]);
    hub.handle(Input::Closed(alice));
    assert_eq!(codes(&hub.ask(second, login("alice", "correct horse"))), []);
    assert_eq!(hub.hub.user_of(second).map(|name| &**name), Some("alice"));
}

#[test]
fn two_logins_at_once_are_one() {
    let mut hub = HubHarness::new();
    let alice = hub.log_in("alice");
    hub.send(alice, Message::Logout);
    let connections = [hub.connect(), hub.connect()];
    hub.holds = true;
    for connection in connections {
        hub.send(connection, login("alice", "correct horse"));
    }
    hub.release();
    let first = hub.received(connections[0]);
    assert_eq!(first[0], ok(MessageType::Login, "alice"));
    let second = hub.received(connections[1]);
    assert_eq!(codes(&second), [ErrorCode::LoggedInElsewhere]);
}

#[test]
fn names_and_passwords_follow_their_rules() {
    let mut hub = HubHarness::new();
    let mut refused = |user: &str, password: &str| {
        let connection = hub.connect();
        codes(&hub.ask(connection, register(user, password)))
    };
    for name in ["", "a b", "a|b", "é", &"x".repeat(33), ".hidden"] {
        assert_eq!(refused(name, "correct horse"), [ErrorCode::UserNameInvalid], "{name}");
    }
    for password in ["", "sevench", &"x".repeat(MAX_PASSWORD + 1)] {
        assert_eq!(refused("alice", password), [ErrorCode::PasswordInvalid], "{password}");
    }
    assert_eq!(refused("alice", "ünïcödé!"), []);
    assert_eq!(refused("alice", "another one"), [ErrorCode::UserNameTaken]);
}

#[test]
fn one_request_at_a_time_is_worked_on() {
    let mut hub = HubHarness::new();
    let alice = hub.connect();
    hub.holds = true;
    hub.send(alice, register("alice", "correct horse"));
    assert!(!hub.hub.takes_messages(alice));
    let answer = hub.ask(alice, login("alice", "correct horse"));
    assert_eq!(codes(&answer), [ErrorCode::RequestPending]);
    hub.release();
    assert!(hub.hub.takes_messages(alice));
    assert_eq!(hub.received(alice), [ok(MessageType::Register, "alice")]);
}

#[test]
fn an_account_is_made_although_its_connection_is_gone() {
    let mut hub = HubHarness::new();
    let watcher = hub.log_in("watcher");
    let alice = hub.connect();
    hub.holds = true;
    hub.send(alice, register("alice", "correct horse"));
    hub.handle(Input::Closed(alice));
    hub.release();
    assert_eq!(hub.hub.user_state("alice"), Some(UserState::Offline));
    assert_eq!(hub.received(watcher).len(), 1);
}

#[test]
fn a_login_that_succeeds_too_late_counts_for_nothing() {
    let mut hub = HubHarness::new();
    let alice = hub.log_in("alice");
    hub.send(alice, Message::Logout);
    hub.holds = true;
    hub.send(alice, login("alice", "correct horse"));
    hub.handle(Input::Closed(alice));
    hub.release();
    assert_eq!(hub.hub.user_state("alice"), Some(UserState::Offline));
}

#[test]
fn failures_of_the_accounts_are_said() {
    for (outcome, code) in [
        (AccountOutcome::Overloaded, ErrorCode::Overloaded),
        (AccountOutcome::Failed, ErrorCode::StorageFailed),
        (AccountOutcome::NameTaken, ErrorCode::UserNameTaken),
    ] {
        let mut hub = HubHarness::new();
        let alice = hub.connect();
        hub.holds = true;
        hub.send(alice, register("alice", "correct horse"));
        let operation = hub.held[0].0;
        hub.handle(Input::AccountDone { operation, outcome: outcome.clone() });
        assert_eq!(codes(&hub.received(alice)), [code]);
        hub.handle(Input::AccountDone { operation, outcome });
        assert_eq!(hub.received(alice), []);
    }
}

#[test]
fn who_is_not_logged_in_can_do_nothing_else() {
    let mut hub = HubHarness::new();
    hub.log_in("bob");
    let stranger = hub.connect();
    for message in [
        Message::Logout,
        Message::UserList(roomrtc_core::signaling::UserList::request()),
        Message::Invite { user: "bob".into() },
        Message::Offer { user: "bob".into(), call: CALL, sdp: String::new() },
    ] {
        assert_eq!(codes(&hub.ask(stranger, message)), [ErrorCode::NotLoggedIn]);
    }
}

#[test]
fn messages_of_the_server_are_not_taken_from_clients() {
    let mut hub = HubHarness::new();
    let alice = hub.log_in("alice");
    let forged = Message::IncomingCall { user: "alice".into(), call: CALL, name: None };
    assert_eq!(codes(&hub.ask(alice, forged)), [ErrorCode::NotARequest]);
    let forged = Message::Ok { request: MessageType::Login, user: None, call: None };
    assert_eq!(codes(&hub.ask(alice, forged)), [ErrorCode::NotARequest]);
}
