//! Whether `roomrtc call` knows its server.

use std::fs;
use std::io::Write;
use std::net::TcpListener;
use std::path::Path;
use std::thread;

use roomrtc_test_programs::RunningProgram;
use roomrtc_test_programs::programs::roomrtc;

use super::running_server::RunningServer;

/// A client that waits for a call, with its certificates in this directory.
fn client(server: &str, directory: &Path, arguments: &[&str]) -> RunningProgram {
    let config = directory.join("config").display().to_string();
    let mut all = vec!["call", "--server", server, "--config", &config, "--wait"];
    all.extend(["--user", "alice", "--password", "a long password", "--bind", "127.0.0.1"]);
    all.extend(arguments);
    RunningProgram::start(roomrtc(&all))
}

/// What a client says until it waits for a call, which it then no longer does.
fn comes_in(server: &str, directory: &Path, arguments: &[&str]) -> String {
    let mut running = client(server, directory, arguments);
    running.wait_for("waiting for a call");
    running.interrupt();
    running.finish().1
}

/// What a client says that is not let in.
fn stays_out(server: &str, directory: &Path, arguments: &[&str]) -> String {
    let (code, said) = client(server, directory, arguments).finish();
    assert_eq!(code, 1, "{said}");
    assert!(!said.contains("logged in"), "{said}");
    said
}

#[test]
fn the_first_certificate_is_kept_and_told_once() {
    let directory = tempfile::tempdir().expect("a directory");
    let server = RunningServer::start(directory.path());
    let first = comes_in(&server.address, directory.path(), &[]);
    assert!(first.contains("first connection to"), "{first}");
    assert!(first.contains(&server.fingerprint), "{first}");
    let kept = fs::read_to_string(directory.path().join("config/servers.toml")).expect("a file");
    assert!(kept.contains(&server.address) && kept.contains(&server.fingerprint), "{kept}");
    let second = comes_in(&server.address, directory.path(), &[]);
    assert!(!second.contains("first connection"), "{second}");
}

#[test]
fn a_changed_certificate_is_refused_until_the_server_is_forgotten() {
    let directory = tempfile::tempdir().expect("a directory");
    let mut server = RunningServer::start(directory.path());
    comes_in(&server.address, directory.path(), &[]);
    let before = server.fingerprint.clone();
    server.program.kill();
    server.lose_certificate();
    server.start_again();
    assert_ne!(before, server.fingerprint);
    for _ in 0..2 {
        let said = stays_out(&server.address, directory.path(), &[]);
        for part in ["has changed", &before, &server.fingerprint, "--forget-server"] {
            assert!(said.contains(part), "no {part:?} in {said}");
        }
    }
    let said = comes_in(&server.address, directory.path(), &["--forget-server"]);
    assert!(said.contains("first connection to"), "{said}");
    comes_in(&server.address, directory.path(), &[]);
}

#[test]
fn a_fingerprint_that_is_given_is_the_only_one() {
    let directory = tempfile::tempdir().expect("a directory");
    let server = RunningServer::start(directory.path());
    let wrong = "AB".repeat(32);
    let said = stays_out(&server.address, directory.path(), &["--fingerprint", &wrong]);
    assert!(said.contains("not the one that was given"), "{said}");
    assert!(!directory.path().join("config/servers.toml").exists(), "nothing is kept of it");
    let right = ["--fingerprint", &server.fingerprint];
    let said = comes_in(&server.address, directory.path(), &right);
    assert!(!said.contains("first connection"), "{said}");
    let said = comes_in(&server.address, directory.path(), &[]);
    assert!(!said.contains("first connection"), "it is kept: {said}");
}

#[test]
fn without_tls_a_client_comes_in_on_loopback_alone() {
    let directory = tempfile::tempdir().expect("a directory");
    let mut server = RunningServer::start(directory.path());
    comes_in(&server.address, directory.path(), &["--plain"]);
    server.program.kill();
    let server = RunningServer::start_on(directory.path(), "0.0.0.0:0", &[]);
    let said = stays_out(&server.address, directory.path(), &["--plain"]);
    assert!(said.contains("without --plain"), "{said}");
    comes_in(&server.address, directory.path(), &[]);
    drop(server);
    let server = RunningServer::start_on(directory.path(), "0.0.0.0:0", &["--allow-plain"]);
    comes_in(&server.address, directory.path(), &["--plain"]);
}

#[test]
fn a_server_that_does_not_speak_tls_is_named() {
    let directory = tempfile::tempdir().expect("a directory");
    let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
    let address = listener.local_addr().expect("bound").to_string();
    let server = thread::spawn(move || {
        let (mut stream, _) = listener.accept().expect("a client");
        stream.write_all(b"220 this is another kind of server\r\n").expect("written");
        stream
    });
    let said = stays_out(&address, directory.path(), &[]);
    assert!(said.contains("does not speak TLS; --plain connects without"), "{said}");
    drop(server.join());
}
