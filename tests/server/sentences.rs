//! What users and operators read when the server refuses.

use std::net::SocketAddr;

use roomrtc_core::signaling::{DecodeError, FrameError, MessageError};
use roomrtc_server::accounts::{DataDirectory, PasswordCost, PasswordHasher};
use roomrtc_server::hub::Refusal;
use roomrtc_server::{BindError, Server, ServerConfig, StoreLocation};

fn unreadable() -> [Refusal; 3] {
    let error = MessageError::Missing("user");
    [
        Refusal::Unreadable(DecodeError::Message { request: None, error }),
        Refusal::Unreadable(FrameError::TooLong { limit: 2048 }.into()),
        Refusal::Unreadable(FrameError::NotALength(b'G').into()),
    ]
}

fn about_accounts() -> [Refusal; 10] {
    [
        Refusal::NotARequest("CALL_ENDED"),
        Refusal::NotLoggedIn,
        Refusal::AlreadyLoggedIn,
        Refusal::LoggedInElsewhere("alice".into()),
        Refusal::WrongCredentials,
        Refusal::UserNameTaken("alice".into()),
        Refusal::UserNameInvalid,
        Refusal::PasswordInvalid,
        Refusal::TooManyAttempts,
        Refusal::LoginTimeout,
    ]
}

fn about_calls() -> [Refusal; 12] {
    [
        Refusal::UnknownUser("bob".into()),
        Refusal::UserOffline("bob".into()),
        Refusal::UserBusy("bob".into()),
        Refusal::SelfCall,
        Refusal::InCall,
        Refusal::NoCall("bob".into()),
        Refusal::DescriptionTooLong,
        Refusal::CandidateTooLong,
        Refusal::UserNotReading("bob".into()),
        Refusal::RequestPending,
        Refusal::Overloaded,
        Refusal::StorageFailed,
    ]
}

fn about_sessions() -> [Refusal; 10] {
    [
        Refusal::HelloExpected,
        Refusal::UnsupportedVersion(1),
        Refusal::TakenOver,
        Refusal::TryLater(7),
        Refusal::UnknownSession,
        Refusal::SessionRevoked,
        Refusal::UnknownInvitation,
        Refusal::GuestNameInvalid,
        Refusal::NotForGuests,
        Refusal::TooManyGuests("alice".into()),
    ]
}

#[test]
fn refusals() {
    let all = unreadable().into_iter().chain(about_accounts()).chain(about_calls());
    let all = all.chain(about_sessions());
    let lines = all.map(|refusal| format!("{}: {refusal}", refusal.code().word()));
    insta::assert_snapshot!(lines.collect::<Vec<_>>().join("\n"));
}

/// Sentences about a server that does not start, without the paths of this machine.
#[test]
fn servers_that_do_not_start() {
    let directory = tempfile::tempdir().expect("a directory");
    let base = directory.path().display().to_string();
    let file = directory.path().join("file");
    std::fs::write(&file, "not a directory").expect("written");
    let locked = directory.path().join("locked");
    let _lock = DataDirectory::open(&locked).expect("opened");
    let broken = directory.path().join("broken");
    std::fs::create_dir(&broken).expect("made");
    std::fs::write(broken.join("accounts.sqlite"), "no database".repeat(99)).expect("written");
    let loopback = SocketAddr::from(([127, 0, 0, 1], 0));
    let mut sentences = vec![BindError::PortInUse(([127, 0, 0, 1], 7000).into()).to_string()];
    for path in [file, locked, broken] {
        let config = ServerConfig::new(loopback, StoreLocation::Directory(path));
        sentences.push(Server::bind(config).expect_err("refused").to_string());
    }
    let elsewhere = SocketAddr::from(([192, 0, 2, 1], 7000));
    let config = ServerConfig::new(elsewhere, StoreLocation::Memory);
    sentences.push(Server::bind(config).expect_err("refused").to_string());
    let cost = PasswordCost { memory_kib: 1, passes: 1, lanes: 1 };
    sentences.push(PasswordHasher::new(cost).expect_err("refused").to_string());
    insta::assert_snapshot!(sentences.join("\n").replace(&base, "DIR"));
}
