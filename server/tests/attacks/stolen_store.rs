//! Whoever steals the disk finds no secret on it.
//!
//! Every file that the server and its subcommands wrote is searched for every secret that was used:
//! the log at its most talkative, the database, its write-ahead log, a copy.

use std::fs;
use std::io;
use std::net::{SocketAddr, TcpStream};
use std::path::{Path, PathBuf};
use std::process::Command;

use roomrtc_core::signaling::{Credentials, Message, PROTOCOL_VERSION, Password, Token};

use crate::client::Client;
use crate::running_program::RunningProgram;

const PASSWORD: &str = "first-password-of-alice";
const NEW_PASSWORD: &str = "second-password-of-alice";
const WRONG_PASSWORD: &str = "wrong-password-of-alice";
const OTHER_PASSWORD: &str = "password-of-bob";
const ICE_PASSWORD: &str = "the-ice-password-of-a-call";
const BROWSERS_PASSWORD: &str = "password-of-carol-in-a-browser";
const OPERATORS_PASSWORD: &str = "password-that-the-operator-gave";

/// A client that is logged in, with the tokens it was given.
fn log_in(server: SocketAddr, request: &Message, secrets: &mut Vec<String>) -> Client {
    let mut client = Client::connect(server).expect("connected");
    assert_eq!(client.ask(request).expect("answered"), Ok(()));
    secrets.push(token(&mut client).reveal().to_owned());
    client
}

fn token(client: &mut Client) -> Token {
    let token = client.wait(|message| match message {
        Message::Session { token, .. } => Some(token),
        _ => None,
    });
    token.expect("a token")
}

fn register(server: SocketAddr, user: &str, password: &str) {
    let mut client = Client::connect(server).expect("connected");
    let request = Message::Register(Credentials::new(user, password));
    assert_eq!(client.ask(&request).expect("answered"), Ok(()));
}

/// A call in which a description with an ICE password crosses.
fn call(alice: &mut Client, bob: &mut Client) {
    alice.send(&Message::Invite { user: "bob".into() }).expect("sent");
    let rings = |message| match message {
        Message::IncomingCall { call, .. } => Some(call),
        _ => None,
    };
    let call = bob.wait(rings).expect("rings");
    bob.send(&Message::AcceptCall { user: "alice".into(), call }).expect("sent");
    let sdp = format!("v=0\r\na=ice-ufrag:abcd\r\na=ice-pwd:{ICE_PASSWORD}\r\n");
    let accepts = |message| matches!(message, Message::AcceptCall { .. }).then_some(());
    alice.wait(accepts).expect("accepted");
    alice.send(&Message::Offer { user: "bob".into(), call, sdp }).expect("sent");
    let offer = bob.wait(|message| match message {
        Message::Offer { sdp, .. } => Some(sdp),
        _ => None,
    });
    assert!(offer.expect("relayed").contains(ICE_PASSWORD));
}

/// Uses every kind of secret; gives back those that the server made.
fn use_secrets(server: SocketAddr) -> Vec<String> {
    let mut secrets = Vec::new();
    register(server, "alice", PASSWORD);
    register(server, "bob", OTHER_PASSWORD);
    let log_in_as = |user, password| Message::Login(Credentials::new(user, password));
    let mut stranger = Client::connect(server).expect("connected");
    assert!(stranger.ask(&log_in_as("alice", WRONG_PASSWORD)).expect("answered").is_err());
    let mut alice = log_in(server, &log_in_as("alice", PASSWORD), &mut secrets);
    let mut bob = log_in(server, &log_in_as("bob", OTHER_PASSWORD), &mut secrets);
    call(&mut alice, &mut bob);
    let change = Message::ChangePassword {
        password: Password::new(PASSWORD),
        new_password: Password::new(NEW_PASSWORD),
    };
    assert_eq!(alice.ask(&change).expect("answered"), Ok(()));
    let changed = token(&mut alice);
    secrets.push(changed.reveal().to_owned());
    bob.send(&Message::CreateInvitation).expect("sent");
    let code = bob.wait(|message| match message {
        Message::Invitation { code, .. } => Some(code),
        _ => None,
    });
    let code = code.expect("an invitation");
    secrets.push(code.reveal().to_owned());
    log_in(server, &Message::Enter { code, name: "Zoë".into() }, &mut secrets);
    log_in(server, &Message::Resume { token: changed }, &mut secrets);
    secrets.push(log_in_from_a_browser(server));
    secrets
}

/// What a page does: the same messages over WebSocket. Gives back the token.
fn log_in_from_a_browser(server: SocketAddr) -> String {
    let stream = TcpStream::connect(server).expect("connected");
    let url = format!("ws://{server}/signaling");
    let (mut socket, _) = tungstenite::client(url, stream).expect("a WebSocket");
    let credentials = format!("user=carol|password={BROWSERS_PASSWORD}");
    for request in [format!("HELLO|version={PROTOCOL_VERSION}"), format!("REGISTER|{credentials}")]
    {
        socket.send(request.into()).expect("sent");
    }
    socket.send(format!("LOGIN|{credentials}").into()).expect("sent");
    loop {
        let text = socket.read().expect("answered").into_text().expect("text");
        if let Some(rest) = text.strip_prefix("SESSION|token=") {
            return rest.split('|').next().expect("a token").to_owned();
        }
    }
}

fn operate(data: &Path, arguments: &[&str], input: &Path) {
    let mut command = Command::new(env!("CARGO_BIN_EXE_roomrtc-server"));
    command.args(arguments).arg("--data").arg(data);
    let status = command.stdin(fs::File::open(input).expect("there")).status();
    assert!(status.expect("the program runs").success());
}

/// All files below `path`.
fn files(path: &Path, found: &mut Vec<PathBuf>) -> io::Result<()> {
    for entry in path.read_dir()? {
        let entry = entry?;
        if entry.file_type()?.is_dir() {
            files(&entry.path(), found)?;
        } else if entry.file_type()?.is_file() {
            found.push(entry.path());
        }
    }
    Ok(())
}

fn holds(bytes: &[u8], text: &str) -> bool {
    bytes.windows(text.len()).any(|window| window == text.as_bytes())
}

#[test]
fn no_file_of_the_server_holds_a_secret() {
    let directory = tempfile::tempdir().expect("made");
    let elsewhere = tempfile::tempdir().expect("made");
    let data = directory.path().join("data");
    let log = directory.path().join("log");
    let program = RunningProgram::start(&data, &log);
    let mut secrets = use_secrets(program.address);
    let input = elsewhere.path().join("password");
    fs::write(&input, OPERATORS_PASSWORD).expect("written");
    operate(&data, &["users", "passwd", "bob"], &input);
    let copy = directory.path().join("copy");
    operate(&data, &["backup", copy.to_str().expect("text")], &input);
    let texts = [PASSWORD, NEW_PASSWORD, WRONG_PASSWORD, OTHER_PASSWORD, OPERATORS_PASSWORD];
    secrets.extend(texts.into_iter().chain([ICE_PASSWORD, BROWSERS_PASSWORD]).map(str::to_owned));
    // While it runs, for the write-ahead log, and when it has ended and written the last of its log.
    search(directory.path(), &secrets, &[("accounts.sqlite-wal", "alice"), ("copy", "alice")]);
    program.terminate();
    search(directory.path(), &secrets, &[("accounts.sqlite", "alice"), ("log", "listening")]);
}

/// No file holds a secret; those of these names are there, and hold these texts, which are none.
fn search(directory: &Path, secrets: &[String], expected: &[(&str, &str)]) {
    let mut found = Vec::new();
    files(directory, &mut found).expect("readable");
    for (name, text) in expected {
        let path = found.iter().find(|path| path.ends_with(name)).expect("the file is there");
        assert!(holds(&fs::read(path).expect("read"), text), "{text} is not in {name}");
    }
    for path in found {
        let bytes = fs::read(&path).expect("read");
        for secret in secrets {
            assert!(!holds(&bytes, secret), "{} holds {secret}", path.display());
        }
    }
}
