//! Whoever tries names and passwords learns nothing of who has an account.
//!
//! The work that a try takes is counted by the accounts' own tests (`accounts::tests::work`): one look
//! into the store and one hash, whoever exists. Here the answers are compared.

use roomrtc_core::signaling::{Credentials, ErrorCode, Message};
use roomrtc_server::StoreLocation;
use roomrtc_server::accounts::{DataDirectory, OperatorStore};

use crate::client::Client;
use crate::running_server::RunningServer;

/// Tries, more than are let through at once.
const TRIES: usize = 8;

/// What a server answers to `TRIES` logins, one connection each: codes, and sentences in which the
/// name is written the same.
fn answers(server: &RunningServer, user: &str, password: &str) -> Vec<(ErrorCode, String)> {
    let answer = |_| {
        let mut client = Client::connect(server.address).expect("connected");
        let login = Message::Login(Credentials::new(user, password));
        client.send(&login).expect("sent");
        let error = client.wait(|message| match message {
            Message::Error(error) => Some(error),
            Message::Ok { .. } => panic!("logged in"),
            _ => None,
        });
        let error = error.expect("an answer");
        assert_eq!(error.user.as_deref(), Some(user), "the name is that of the request");
        (error.code, error.text.replace(user, "NAME"))
    };
    (0..TRIES).map(answer).collect()
}

/// Of a server of its own, since refusals slow down the next: what is answered to `user`. It knows
/// alice, and carol, who is disabled.
fn answers_of_a_server(user: &str, password: &str) -> Vec<(ErrorCode, String)> {
    let directory = tempfile::tempdir().expect("made");
    let mut config = RunningServer::config();
    config.store = StoreLocation::Directory(directory.path().to_owned());
    let server = RunningServer::with(config);
    for user in ["alice", "carol"] {
        let mut client = Client::connect(server.address).expect("connected");
        let register = Message::Register(Credentials::new(user, "correct horse"));
        assert_eq!(client.ask(&register).expect("answered"), Ok(()));
    }
    let mut operator = DataDirectory::open_beside(directory.path()).expect("opened");
    assert!(operator.set_disabled("carol", true).expect("written"));
    answers(&server, user, password)
}

#[test]
fn every_refused_login_is_answered_alike() {
    let wrong = answers_of_a_server("alice", "battery staple");
    assert_eq!(wrong[0].0, ErrorCode::WrongCredentials);
    assert_eq!(wrong[TRIES - 1].0, ErrorCode::TryLater);
    for (user, password) in [
        ("nobody", "battery staple"),
        ("ALICE", "correct horse"),
        ("carol", "correct horse"),
        ("carol", "battery staple"),
    ] {
        assert_eq!(answers_of_a_server(user, password), wrong, "{user}");
    }
}
