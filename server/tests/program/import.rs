//! `roomrtc-server import`.

use std::fs;

use roomrtc_core::signaling::{Credentials, Message};

use crate::operator::{done, operate, said};
use crate::program::Program;

#[test]
fn a_file_of_the_first_design_is_imported_and_its_users_log_in() {
    let directory = tempfile::tempdir().expect("made");
    let data = directory.path().join("data");
    let file = directory.path().join("users.txt");
    let many: String = (0..200).map(|n| format!("user{n},password of {n}\r\n")).collect();
    fs::write(&file, format!("alice,correct horse\nbob,battery, staple\n\n{many}"))
        .expect("written");
    let program = Program::start(&data);
    let file = file.to_str().expect("text");
    assert_eq!(done(&operate(&data, &["import", file])), "imported 202, skipped 0");
    for (user, password) in
        [("alice", "correct horse"), ("bob", "battery, staple"), ("user199", "password of 199")]
    {
        let login = Message::Login(Credentials::new(user, password));
        assert!(matches!(program.ask(&login), Message::Ok { .. }), "{user}");
    }
}

#[test]
fn what_is_skipped_is_said_line_by_line_and_never_with_a_password() {
    let directory = tempfile::tempdir().expect("made");
    let file = directory.path().join("users.txt");
    let lines = "username,password\nalice,secret one\nsecret-two\nnot a name,secret three\n\
                 ALICE,secret four\nbob,secret5\ncarol,\n";
    fs::write(&file, lines).expect("written");
    let data = directory.path().join("data");
    let file = file.to_str().expect("text");
    let (code, text) = said(&operate(&data, &["import", file]));
    let reasons = [
        "line 1 skipped: it is the heading",
        "line 3 skipped: it has no comma",
        "line 4 skipped: a user name has 1 to 32 letters, digits, '.', '_' and '-', begins with a \
         letter or digit, and not as guests' names do",
        "line 5 skipped: there is a user of that name, or of one that differs only in case",
        "line 6 skipped: the password is shorter than 8 characters",
        "line 7 skipped: the password is empty",
        "imported 1, skipped 6",
        "roomrtc-server: lines skipped: 6",
    ];
    assert_eq!((code, text.lines().collect::<Vec<_>>()), (Some(1), reasons.to_vec()));
    assert!(!text.contains("secret"), "{text}");
    let (code, text) = said(&operate(&data, &["import", file, "--allow-short-passwords"]));
    assert_eq!(code, Some(1), "{text}");
    assert!(text.contains("imported 1, skipped 6") && !text.contains("line 6"), "{text}");
    assert!(done(&operate(&data, &["users", "list"])).contains("bob\tenabled"));
}

#[test]
fn a_file_that_is_not_there_is_said_to_be_not_there() {
    let directory = tempfile::tempdir().expect("made");
    let (code, text) = said(&operate(directory.path(), &["import", "/nowhere/users.txt"]));
    assert_eq!(code, Some(1));
    assert!(text.starts_with("roomrtc-server: cannot read /nowhere/users.txt: "), "{text}");
}
