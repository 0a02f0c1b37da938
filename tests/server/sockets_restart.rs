//! Accounts that outlast the server.

use std::path::{Path, PathBuf};

use roomrtc_core::signaling::client::{Command, Event};
use roomrtc_core::signaling::{Credentials, ErrorCode, UserState};
use roomrtc_server::{BindError, Server, StoreLocation};

use super::running_server::RunningServer;
use super::test_client::TestClient;

#[test]
fn an_account_is_there_after_a_restart() {
    let directory = tempfile::tempdir().expect("a directory");
    let server = RunningServer::in_directory(directory.path());
    TestClient::register(server.address, "alice");
    drop(server);
    let server = RunningServer::in_directory(directory.path());
    let mut bob = TestClient::register(server.address, "bob");
    while bob.client.user_state("alice") != Some(UserState::Offline) {
        bob.wait_for(|event| *event == Event::UsersChanged);
    }
    TestClient::connect(server.address).log_in("alice");
    let mut other = TestClient::connect(server.address);
    other.command(Command::Register(Credentials::new("ALICE", "correct horse")));
    assert_eq!(other.refusal(), ErrorCode::UserNameTaken);
}

#[test]
fn requests_that_a_stop_finds_under_way_are_answered() {
    let directory = tempfile::tempdir().expect("a directory");
    let server = RunningServer::in_directory(directory.path());
    let mut clients: Vec<TestClient> =
        (0..8).map(|_| TestClient::connect(server.address)).collect();
    for (n, client) in clients.iter_mut().enumerate() {
        let credentials = Credentials::new(format!("user{n}"), "correct horse");
        client.command(Command::Register(credentials));
    }
    clients[0].wait_for(|event| matches!(event, Event::Registered { .. }));
    drop(server);
    let store = StoreLocation::Directory(directory.path().to_owned());
    let server = RunningServer::with(RunningServer::config(store));
    for (n, mut client) in clients.into_iter().enumerate().skip(1) {
        let end = client
            .wait_for(|event| matches!(event, Event::Registered { .. } | Event::ConnectionLost));
        if matches!(end, Event::Registered { .. }) {
            TestClient::connect(server.address).log_in(&format!("user{n}"));
        }
    }
}

#[test]
fn a_directory_serves_one_server_and_a_port_one_program() {
    let directory = tempfile::tempdir().expect("a directory");
    let first = RunningServer::in_directory(directory.path());
    let config = RunningServer::config(StoreLocation::Directory(directory.path().to_owned()));
    let error = Server::bind(config).expect_err("in use");
    assert!(matches!(error, BindError::Open(_)), "{error}");
    let mut config = RunningServer::config(StoreLocation::Memory);
    config.listen = first.address;
    let error = Server::bind(config).expect_err("in use");
    assert!(matches!(error, BindError::PortInUse(address) if address == first.address), "{error}");
}

/// Every file in a directory and in those in it. The socket in it holds nothing.
fn files(directory: &Path) -> Vec<PathBuf> {
    let entries = directory.read_dir().expect("readable");
    let (directories, others): (Vec<PathBuf>, Vec<PathBuf>) =
        entries.map(|entry| entry.expect("an entry").path()).partition(|path| path.is_dir());
    let below = directories.iter().flat_map(|directory| files(directory));
    others.into_iter().filter(|path| path.is_file()).chain(below).collect()
}

/// What is on the disk, byte by byte.
#[test]
fn no_password_is_on_the_disk() {
    let directory = tempfile::tempdir().expect("a directory");
    let server = RunningServer::in_directory(directory.path());
    let _alice = TestClient::register(server.address, "alice");
    let mut found_name = false;
    for file in files(directory.path()) {
        let bytes = std::fs::read(file).expect("readable");
        let contains = |text: &[u8]| bytes.windows(text.len()).any(|window| window == text);
        found_name |= contains(b"alice");
        assert!(!contains(b"correct horse"));
    }
    assert!(found_name);
}
