//! `roomrtc call` against a real `roomrtc-server`.

use roomrtc_test_programs::RunningProgram;
use roomrtc_test_programs::programs::roomrtc;

use super::running_server::RunningServer;

fn client(server: &RunningServer, user: &str, arguments: &[&str]) -> RunningProgram {
    let password = format!("password of {user}");
    let mut all = command(server);
    all.extend(["--user", user, "--password", &password]);
    all.extend(["--bind", "127.0.0.1", "--size", "320x180"]);
    all.extend(arguments);
    RunningProgram::start(roomrtc(&all))
}

/// Nothing is kept of a certificate: each client is given it.
fn command(server: &RunningServer) -> Vec<&str> {
    let config = server.config.to_str().expect("text");
    let known = ["--config", config, "--fingerprint", &server.fingerprint];
    [&["call", "--server", &server.address][..], &known].concat()
}

/// A client that waits, once it does.
fn waiting(server: &RunningServer, user: &str, arguments: &[&str]) -> RunningProgram {
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
    let server = RunningServer::start(directory.path());
    let bob = waiting(&server, "bob", &[]);
    let alice = client(&server, "alice", &["--to", "bob", "--seconds", "1"]);
    assert!(alice.succeed().contains("made an account for alice"));
    bob.succeed();

    let bob = waiting(&server, "bob", &["--seconds", "1"]);
    let alice = client(&server, "alice", &["--to", "bob"]);
    assert!(!alice.succeed().contains("made an account"));
    bob.succeed();
}

#[test]
fn the_call_goes_on_when_the_server_is_gone() {
    let directory = tempfile::tempdir().expect("a directory");
    let mut server = RunningServer::start(directory.path());
    let mut bob = waiting(&server, "bob", &[]);
    let mut alice = client(&server, "alice", &["--to", "bob", "--seconds", "3"]);
    alice.wait_for("connected");
    bob.wait_for("connected");
    server.program.kill();
    for running in [&mut alice, &mut bob] {
        running.wait_for("the lobby is closed: the server is gone");
        running.wait_for("the call goes on");
    }
    alice.succeed();
    bob.succeed();
}

#[test]
fn both_come_back_to_a_server_that_was_killed_and_started_again() {
    let directory = tempfile::tempdir().expect("a directory");
    let mut server = RunningServer::start(directory.path());
    let mut bob = waiting(&server, "bob", &[]);
    let mut alice = client(&server, "alice", &["--to", "bob"]);
    alice.wait_for("connected");
    bob.wait_for("connected");
    server.program.kill();
    for running in [&mut alice, &mut bob] {
        running.wait_for("the call goes on");
        running.wait_for("connecting to the server again in");
    }
    server.start_again();
    for running in [&mut alice, &mut bob] {
        running.wait_for("connected to the server again");
        running.wait_for("the server knows of the call again");
    }
    // The server knows that both are busy.
    fails(client(&server, "carol", &["--to", "bob"]), "bob is busy with another call.");
    alice.interrupt();
    alice.succeed();
    bob.succeed();
}

#[test]
fn who_waits_for_a_call_comes_back_and_is_called() {
    let directory = tempfile::tempdir().expect("a directory");
    let mut server = RunningServer::start(directory.path());
    let mut bob = waiting(&server, "bob", &[]);
    server.program.kill();
    bob.wait_for("the server is gone");
    server.start_again();
    bob.wait_for("connected to the server again");
    client(&server, "alice", &["--to", "bob", "--seconds", "1"]).succeed();
    bob.succeed();
}

#[test]
fn who_cannot_be_called_is_told_why() {
    let directory = tempfile::tempdir().expect("a directory");
    let server = RunningServer::start(directory.path());
    fails(client(&server, "alice", &["--to", "nobody"]), "There is no user called nobody.");

    let bob = waiting(&server, "bob", &[]);
    bob.interrupt();
    fails(bob, "interrupted before the call was connected");
    fails(client(&server, "alice", &["--to", "bob"]), "bob is offline.");

    let mut bob = waiting(&server, "bob", &[]);
    let carol = client(&server, "carol", &["--to", "bob"]);
    bob.wait_for("connected");
    fails(client(&server, "alice", &["--to", "bob"]), "bob is busy with another call.");
    carol.interrupt();
    carol.succeed();
    bob.succeed();
}

#[test]
fn who_cannot_log_in_is_told_why() {
    let directory = tempfile::tempdir().expect("a directory");
    let mut server = RunningServer::start(directory.path());
    let _alice = waiting(&server, "alice", &[]);
    let wrong = ["--user", "alice", "--wait", "--password", "not the password"];
    let wrong = [&command(&server)[..], &wrong].concat();
    fails(RunningProgram::start(roomrtc(&wrong)), "wrong password for the user alice");
    let elsewhere = "alice is logged in elsewhere. Log out there first.";
    fails(client(&server, "alice", &["--wait"]), elsewhere);
    let short = ["--user", "dave", "--password", "short", "--wait"];
    let short = [&command(&server)[..], &short].concat();
    let refused = "A password has at least 8 characters and at most 256 bytes.";
    fails(RunningProgram::start(roomrtc(&short)), refused);

    server.program.kill();
    let gone = format!("the server {} cannot be reached: connection refused", server.address);
    fails(client(&server, "alice", &["--wait"]), &gone);
}
