//! `roomrtc-server users`.

use std::io::ErrorKind;

use roomrtc_core::signaling::{Credentials, ErrorCode, Message, UserState};
use roomrtc_server::accounts::{DataDirectory, OperatorStore};

use crate::client::Client;
use crate::operator::{done, operate, operate_with, said};
use crate::program::Program;

fn refused(message: Message) -> ErrorCode {
    match message {
        Message::Error(error) => error.code,
        other => panic!("not refused: {other:?}"),
    }
}

#[test]
fn users_are_added_listed_disabled_enabled_and_deleted() {
    let directory = tempfile::tempdir().expect("made");
    let data = directory.path();
    let add = ["users", "add", "alice"];
    assert_eq!(done(&operate_with(data, &add, "correct horse\n")), "alice: added");
    let list = || done(&operate(data, &["users", "list"]));
    let (name, rest) =
        list().split_once('\t').map(|(a, b)| (a.to_owned(), b.to_owned())).expect("two");
    let (state, created_at) = rest.split_once('\t').expect("three columns");
    assert_eq!((name.as_str(), state), ("alice", "enabled"));
    assert!(created_at.parse::<u64>().expect("seconds") > 1_700_000_000);
    assert_eq!(done(&operate(data, &["users", "disable", "alice"])), "alice: disabled");
    assert!(list().starts_with("alice\tdisabled\t"));
    assert_eq!(done(&operate(data, &["users", "enable", "alice"])), "alice: enabled");
    assert!(list().starts_with("alice\tenabled\t"));
    assert_eq!(done(&operate(data, &["users", "delete", "alice"])), "alice: deleted");
    assert_eq!(list(), "");
}

#[test]
fn what_cannot_be_done_is_said_in_a_sentence() {
    let directory = tempfile::tempdir().expect("made");
    let data = directory.path();
    done(&operate_with(data, &["users", "add", "alice"], "correct horse\n"));
    let cases: [(&[&str], &str, &str); 6] = [
        (&["users", "add", "Alice"], "correct horse", "there is a user Alice, or one whose"),
        (&["users", "add", "a b"], "correct horse", "a user name has 1 to 32 letters"),
        (&["users", "add", "guest-a"], "correct horse", "a user name has 1 to 32 letters"),
        (&["users", "add", "bob"], "short", "a password has at least 8 characters"),
        (&["users", "passwd", "bob"], "correct horse", "there is no user bob"),
        (&["users", "disable", "bob"], "", "there is no user bob"),
    ];
    for (arguments, input, sentence) in cases {
        let (code, text) = said(&operate_with(data, arguments, input));
        assert_eq!(code, Some(1), "{text}");
        assert!(text.starts_with(&format!("roomrtc-server: {sentence}")), "{text}");
        assert!(input.is_empty() || !text.contains(input), "{text}");
    }
    assert_eq!(said(&operate(data, &["users", "add"])).0, Some(2));
    assert_eq!(said(&operate(data, &["users", "add", "bob", "a password"])).0, Some(2));
}

#[test]
fn a_running_server_takes_users_and_passwords_of_the_operator() {
    let directory = tempfile::tempdir().expect("made");
    let data = directory.path();
    let program = Program::start(data);
    done(&operate_with(data, &["users", "add", "alice"], "correct horse\n"));
    assert!(matches!(program.log_in("alice"), Message::Ok { .. }));
    done(&operate(data, &["users", "disable", "alice"]));
    let of_a_disabled = refused(program.log_in("alice"));
    assert_eq!(of_a_disabled, refused(program.log_in("nobody")));
    done(&operate(data, &["users", "enable", "alice"]));
    done(&operate_with(data, &["users", "passwd", "alice"], "battery staple\n"));
    assert_eq!(refused(program.log_in("alice")), ErrorCode::WrongCredentials);
    done(&operate_with(data, &["users", "passwd", "alice"], "correct horse\n"));
    assert!(matches!(program.log_in("alice"), Message::Ok { .. }));
}

/// A client that has registered and is logged in.
fn log_in(program: &Program, user: &str) -> Client {
    program.register(user);
    let mut client = Client::connect(program.address).expect("connected");
    let login = Message::Login(Credentials::new(user, "correct horse"));
    assert_eq!(client.ask(&login).expect("answered"), Ok(()));
    client
}

/// Waits until the client is told this state of `user`.
fn is_told(client: &mut Client, user: &str, state: UserState) {
    let told = client.wait(|message| match message {
        Message::UserList(list) => {
            list.users.iter().any(|seen| &*seen.user == user && seen.state == state).then_some(())
        }
        _ => None,
    });
    told.expect("told");
}

/// Waits until the server closes the connection, and says that the session is revoked.
fn is_revoked(client: &mut Client) {
    let told = client.wait(|message| match message {
        Message::Error(error) => Some(error.code),
        _ => None,
    });
    assert_eq!(told.expect("told"), ErrorCode::SessionRevoked);
    let closed = client.wait(|_| None::<()>).expect_err("closed");
    assert_eq!(closed.kind(), ErrorKind::UnexpectedEof);
}

#[test]
fn a_running_server_acts_on_what_the_operator_does() {
    let directory = tempfile::tempdir().expect("made");
    let data = directory.path();
    let program = Program::start(data);
    let (mut watcher, mut alice) = (log_in(&program, "watcher"), log_in(&program, "alice"));
    is_told(&mut watcher, "alice", UserState::Available);
    done(&operate_with(data, &["users", "add", "bob"], "correct horse\n"));
    is_told(&mut watcher, "bob", UserState::Offline);
    done(&operate(data, &["users", "disable", "alice"]));
    is_revoked(&mut alice);
    is_told(&mut watcher, "alice", UserState::Offline);
    done(&operate(data, &["users", "delete", "bob"]));
    is_told(&mut watcher, "bob", UserState::Deleted);
    done(&operate_with(data, &["users", "passwd", "watcher"], "battery staple\n"));
    is_revoked(&mut watcher);
}

#[test]
fn a_server_that_was_not_told_looks_when_it_is_sent_sighup() {
    let directory = tempfile::tempdir().expect("made");
    let program = Program::start(directory.path());
    let mut watcher = log_in(&program, "watcher");
    let mut store = DataDirectory::open_beside(directory.path()).expect("opened");
    store.add_accounts(7, &[("bob".to_owned(), "hash".to_owned())]).expect("written");
    program.signal("HUP");
    is_told(&mut watcher, "bob", UserState::Offline);
}
