//! Logins, lists, and connections that are lost.

use roomrtc_core::base::Time;
use roomrtc_core::signaling::client::{CallStage, Client, Command, CommandError, Event};
use roomrtc_core::signaling::{
    CallEndReason, Credentials, ErrorCode, Message, MessageType, UserList, UserListKind,
    UserPresence, UserState,
};

use super::client_on_line::{CALL, ClientOnLine};

fn list(kind: UserListKind, users: &[(&str, UserState)]) -> Message {
    let users = users.iter().map(|(user, state)| UserPresence::new(*user, *state)).collect();
    Message::UserList(UserList { kind, users })
}

#[test]
fn a_user_registers_and_logs_in_at_one_go() {
    let mut line = ClientOnLine::connected();
    let credentials = Credentials::new("alice", "correct horse");
    line.command(Command::Register(credentials.clone()));
    line.command(Command::Login(credentials.clone()));
    let expected = [Message::Register(credentials.clone()), Message::Login(credentials.clone())];
    assert_eq!(line.sent(), expected);
    line.ok(MessageType::Register, "alice");
    line.ok(MessageType::Login, "alice");
    let user: String = "alice".into();
    let expected = [Event::Registered { user: user.clone() }, Event::LoggedIn { user }];
    assert_eq!(line.events(), expected);
    assert_eq!(line.client.user(), Some("alice"));
    let again = line.client.command(Command::Login(credentials));
    assert_eq!(again, Err(CommandError::AlreadyLoggedIn));
}

#[test]
fn a_wrong_password_is_refused_and_can_be_tried_again() {
    let mut line = ClientOnLine::connected();
    line.command(Command::Login(Credentials::new("alice", "wrong horse")));
    line.refuse(MessageType::Login, ErrorCode::WrongCredentials);
    let (request, code) = (Some(MessageType::Login), ErrorCode::WrongCredentials);
    assert_eq!(line.events(), [Event::Refused { request, code, text: "No.".into() }]);
    assert_eq!(line.client.user(), None);
    line.log_in();
    assert_eq!(line.client.user(), Some("alice"));
}

#[test]
fn lists_replace_and_change() {
    let mut alice = ClientOnLine::logged_in();
    let (busy, offline) = (UserState::Busy, UserState::Offline);
    alice.receive(list(UserListKind::Full, &[("bob", busy), ("carol", offline)]));
    alice.receive(list(UserListKind::Changes, &[("bob", UserState::Available)]));
    assert_eq!(alice.events(), [Event::UsersChanged]);
    let users: Vec<_> = alice.client.users().collect();
    assert_eq!(users, [("bob", UserState::Available), ("carol", offline)]);
    assert_eq!(alice.client.user_state("bob"), Some(UserState::Available));
    alice.command(Command::ListUsers);
    assert_eq!(alice.sent(), [Message::UserList(UserList::request())]);
    alice.receive(list(UserListKind::Full, &[("dave", busy)]));
    assert_eq!(alice.client.users().collect::<Vec<_>>(), [("dave", busy)]);
}

#[test]
fn logging_out_ends_everything_but_the_connection() {
    let mut alice = ClientOnLine::calling_bob();
    alice.receive(list(UserListKind::Full, &[("bob", UserState::Busy)]));
    alice.command(Command::Logout);
    alice.events();
    alice.receive(Message::Ok { request: MessageType::Logout, user: None, call: None });
    assert_eq!(alice.events(), [Event::LoggedOut, Event::UsersChanged]);
    assert_eq!((alice.client.user(), alice.client.call()), (None, None));
    assert!(alice.client.is_connected());
}

#[test]
fn an_accepted_call_goes_on_without_the_server() {
    let mut alice = ClientOnLine::calling_bob();
    alice.client.handle_disconnected();
    let detached = Event::CallDetached { user: "bob".into() };
    assert_eq!(alice.events(), [Event::ConnectionLost, detached]);
    assert_eq!(alice.client.call().map(|call| call.stage), Some(CallStage::Detached));
    let refused = alice.client.command(Command::SendCandidate(Default::default()));
    assert_eq!(refused, Err(CommandError::CallDetached));
    assert_eq!(alice.client.command(Command::ListUsers), Err(CommandError::NotConnected));
    alice.command(Command::EndCall);
    assert_eq!((alice.sent(), alice.client.call()), (vec![], None));
}

#[test]
fn a_ringing_call_does_not_outlast_the_connection() {
    let mut alice = ClientOnLine::logged_in();
    alice.receive(Message::IncomingCall { user: "bob".into(), call: CALL, name: None });
    alice.events();
    alice.client.handle_disconnected();
    let reason = CallEndReason::ConnectionLost;
    let ended = Event::CallEnded { user: "bob".into(), reason };
    assert_eq!(alice.events(), [Event::ConnectionLost, ended]);
    alice.client.handle_disconnected();
    assert_eq!(alice.events(), []);
}

#[test]
fn the_other_party_loses_its_connection_and_the_call_goes_on() {
    let mut alice = ClientOnLine::calling_bob();
    let reason = CallEndReason::ConnectionLost;
    alice.receive(Message::CallEnded { user: "bob".into(), call: CALL, reason });
    assert_eq!(alice.events(), [Event::CallDetached { user: "bob".into() }]);
    let invite = Command::Invite { user: "carol".into() };
    assert_eq!(alice.client.command(invite.clone()), Err(CommandError::InCall));
    alice.command(Command::EndCall);
    alice.command(invite);
    assert_eq!(alice.sent().len(), 1);
}

#[test]
fn whoever_calls_during_a_detached_call_finds_us_busy() {
    let mut alice = ClientOnLine::calling_bob();
    alice.client.handle_disconnected();
    alice.client.handle_connected(Time::ZERO);
    alice.log_in();
    alice.events();
    alice.sent();
    alice.receive(Message::IncomingCall { user: "carol".into(), call: CALL, name: None });
    assert_eq!(alice.sent(), [Message::RejectCall { user: "carol".into(), call: CALL }]);
    alice.ok(MessageType::RejectCall, "carol");
    assert_eq!(alice.events(), []);
    assert_eq!(alice.client.call().map(|call| call.user.as_str()), Some("bob"));
}

#[test]
fn nothing_is_sent_without_a_connection() {
    let mut client = Client::new();
    let login = Command::Login(Credentials::new("alice", "correct horse"));
    assert_eq!(client.command(login), Err(CommandError::NotConnected));
    client.handle_bytes(Time::ZERO, b"6\nLOGOUT");
    assert!(!client.poll_transmit(&mut Vec::new()));
    assert_eq!(client.poll_event(), None);
}

#[test]
fn answers_to_nothing_are_a_protocol_error() {
    let mut alice = ClientOnLine::logged_in();
    alice.ok(MessageType::Invite, "bob");
    assert!(matches!(alice.events()[..], [Event::ProtocolError { .. }]));
    assert_eq!(alice.client.call(), None);
}
