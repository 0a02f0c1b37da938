//! `roomrtc-server backup`.

use std::fs;

use roomrtc_core::signaling::Message;

use crate::operator::{done, operate, said};
use crate::program::Program;

#[test]
fn a_copy_made_while_a_server_runs_is_one_that_a_server_runs_on() {
    let directory = tempfile::tempdir().expect("made");
    let (data, other) = (directory.path().join("data"), directory.path().join("other"));
    let program = Program::start(&data);
    program.register("alice");
    fs::create_dir(&other).expect("made");
    let copy = other.join("accounts.sqlite");
    let text = done(&operate(&data, &["backup", copy.to_str().expect("text")]));
    assert_eq!(text, format!("copied to {}", copy.display()));
    program.register("bob");
    let restored = Program::start(&other);
    assert!(matches!(restored.log_in("alice"), Message::Ok { .. }));
    assert!(matches!(restored.log_in("bob"), Message::Error(_)));
    assert!(matches!(program.log_in("bob"), Message::Ok { .. }));
}

#[test]
fn nothing_is_written_over_and_nothing_is_made_of_nothing() {
    let directory = tempfile::tempdir().expect("made");
    let data = directory.path().join("data");
    let accounts = data.join("accounts.sqlite");
    let (code, text) = said(&operate(&data, &["backup", "/nowhere/copy"]));
    assert_eq!((code, data.exists()), (Some(1), false), "{text}");
    drop(Program::start(&data));
    let (code, text) = said(&operate(&data, &["backup", accounts.to_str().expect("text")]));
    let sentence = format!(
        "roomrtc-server: there is already a file {}; it was left as it is",
        accounts.display()
    );
    assert_eq!((code, text), (Some(1), sentence));
}
