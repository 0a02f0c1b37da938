//! `roomrtc call` against a real `roomrtc-server`.

use std::path::Path;

use roomrtc_test_programs::RunningProgram;
use roomrtc_test_programs::programs::{roomrtc, server};

/// A server on loopback with accounts in this directory, and its address.
fn start_server(directory: &Path) -> (RunningProgram, String) {
    let data = directory.join("accounts").display().to_string();
    let arguments = ["--listen", "127.0.0.1:0", "--data", &data];
    let mut running = RunningProgram::start(server(&arguments));
    let line = running.wait_for("127.0.0.1:");
    let (_, after) = line.split_once("127.0.0.1:").expect("an address");
    let port: String = after.chars().take_while(char::is_ascii_digit).collect();
    (running, format!("127.0.0.1:{port}"))
}

fn client(server: &str, user: &str, arguments: &[&str]) -> RunningProgram {
    let password = format!("password of {user}");
    let mut all = vec!["call", "--server", server, "--user", user, "--password", &password];
    all.extend(["--bind", "127.0.0.1", "--size", "320x180"]);
    all.extend(arguments);
    RunningProgram::start(roomrtc(&all))
}

/// A client that waits, once it does.
fn waiting(server: &str, user: &str, arguments: &[&str]) -> RunningProgram {
    let mut running = client(server, user, &[&["--wait"], arguments].concat());
    running.wait_for("waiting for a call");
    running
}

fn fails(running: RunningProgram, sentence: &str) {
    let (code, said) = running.finish();
    assert_eq!(code, 1, "{said}");
    assert!(said.lines().any(|line| line == sentence), "no {sentence:?} in\n{said}");
}

#[test]
fn a_call_is_made_and_hung_up_by_either_side() {
    let directory = tempfile::tempdir().expect("a directory");
    let (_server, address) = start_server(directory.path());
    let bob = waiting(&address, "bob", &[]);
    let alice = client(&address, "alice", &["--to", "bob", "--seconds", "1"]);
    assert!(alice.succeed().contains("made an account for alice"));
    bob.succeed();

    let bob = waiting(&address, "bob", &["--seconds", "1"]);
    let alice = client(&address, "alice", &["--to", "bob"]);
    assert!(!alice.succeed().contains("made an account"));
    bob.succeed();
}

#[test]
fn the_call_goes_on_when_the_server_is_gone() {
    let directory = tempfile::tempdir().expect("a directory");
    let (mut server, address) = start_server(directory.path());
    let mut bob = waiting(&address, "bob", &[]);
    let mut alice = client(&address, "alice", &["--to", "bob", "--seconds", "3"]);
    alice.wait_for("connected");
    bob.wait_for("connected");
    server.kill();
    for running in [&mut alice, &mut bob] {
        running.wait_for("the lobby is closed: the server is gone");
        running.wait_for("the call goes on");
    }
    alice.succeed();
    bob.succeed();
}

#[test]
fn who_cannot_be_called_is_told_why() {
    let directory = tempfile::tempdir().expect("a directory");
    let (_server, address) = start_server(directory.path());
    fails(client(&address, "alice", &["--to", "nobody"]), "There is no user called nobody.");

    let bob = waiting(&address, "bob", &[]);
    bob.interrupt();
    fails(bob, "interrupted before the call was connected");
    fails(client(&address, "alice", &["--to", "bob"]), "bob is offline.");

    let mut bob = waiting(&address, "bob", &[]);
    let carol = client(&address, "carol", &["--to", "bob"]);
    bob.wait_for("connected");
    fails(client(&address, "alice", &["--to", "bob"]), "bob is busy with another call.");
    carol.interrupt();
    carol.succeed();
    bob.succeed();
}

#[test]
fn who_cannot_log_in_is_told_why() {
    let directory = tempfile::tempdir().expect("a directory");
    let (mut server, address) = start_server(directory.path());
    let _alice = waiting(&address, "alice", &[]);
    let call = ["call", "--server", &address, "--user", "alice", "--wait", "--password"];
    let wrong = [&call[..], &["not the password"]].concat();
    fails(RunningProgram::start(roomrtc(&wrong)), "wrong password for the user alice");
    let elsewhere = "alice is logged in elsewhere. Log out there first.";
    fails(client(&address, "alice", &["--wait"]), elsewhere);
    let short = ["call", "--server", &address, "--user", "dave", "--password", "short", "--wait"];
    let refused = "A password has at least 8 characters and at most 256 bytes.";
    fails(RunningProgram::start(roomrtc(&short)), refused);

    server.kill();
    let gone = format!("the server {address} cannot be reached: connection refused");
    fails(client(&address, "alice", &["--wait"]), &gone);
}
