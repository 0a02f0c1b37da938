//! What goes wrong before there is a server.

use std::process::Output;

use crate::program::{Program, run};

fn said(output: &Output) -> (Option<i32>, String) {
    assert!(output.stdout.is_empty());
    (output.status.code(), String::from_utf8_lossy(&output.stderr).trim_end().to_owned())
}

#[test]
fn a_port_that_is_in_use() {
    let (one, other) = (tempfile::tempdir().expect("made"), tempfile::tempdir().expect("made"));
    let first = Program::start(one.path());
    let listen = first.address.to_string();
    let sentence =
        format!("roomrtc-server: cannot listen on {listen}: another program uses this port");
    let second = run(&mut Program::command(&listen, other.path()));
    assert_eq!(said(&second), (Some(1), sentence));
}

#[test]
fn a_data_directory_that_is_in_use() {
    let directory = tempfile::tempdir().expect("made");
    let _first = Program::start(directory.path());
    let second = run(&mut Program::command("127.0.0.1:0", directory.path()));
    let path = directory.path().display();
    let sentence = format!("roomrtc-server: the data directory {path} is in use by another server");
    assert_eq!(said(&second), (Some(1), sentence));
}

#[test]
fn a_data_directory_that_cannot_be_made() {
    let output = run(&mut Program::command("127.0.0.1:0", "/dev/null/data".as_ref()));
    let (code, sentence) = said(&output);
    assert_eq!(code, Some(1));
    let beginning = "roomrtc-server: cannot make the data directory /dev/null/data: ";
    assert!(sentence.starts_with(beginning), "{sentence}");
}

#[test]
fn a_log_that_cannot_be_written() {
    let directory = tempfile::tempdir().expect("made");
    let mut command = Program::command("127.0.0.1:0", directory.path());
    let (code, sentence) = said(&run(command.args(["--log", "/dev/null/log"])));
    assert_eq!(code, Some(1));
    let beginning = "roomrtc-server: cannot write the log file /dev/null/log: ";
    assert!(sentence.starts_with(beginning), "{sentence}");
}

#[test]
fn an_address_that_is_none() {
    let directory = tempfile::tempdir().expect("made");
    let (code, sentence) = said(&run(&mut Program::command("localhost", directory.path())));
    assert_eq!(code, Some(2));
    assert!(sentence.contains("invalid value 'localhost' for '--listen"), "{sentence}");
}
