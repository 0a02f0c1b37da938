//! `roomrtc-server users`.

use roomrtc_core::signaling::{ErrorCode, Message};

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
