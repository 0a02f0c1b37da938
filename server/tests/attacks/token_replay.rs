//! Tokens that come again after they were exchanged.

use roomrtc_core::signaling::{Credentials, Message, MessageType, Token};

use crate::peer::Peer;
use crate::running_server::RunningServer;

/// The token that the peer is told next.
fn token(peer: &mut Peer) -> Token {
    match peer.wait_for(|message| matches!(message, Message::Session { .. })) {
        Message::Session { token, .. } => token,
        other => panic!("{other:?}"),
    }
}

/// A peer that resumes the session of this token, and the next token.
fn resume(server: &RunningServer, presented: &Token) -> (Peer, Token) {
    let mut peer = Peer::tls(server.address);
    peer.send(&Message::Resume { token: presented.clone() });
    peer.confirmed(MessageType::Resume);
    let next = token(&mut peer);
    (peer, next)
}

/// What is said to who presents this token.
fn refusal(server: &RunningServer, presented: &Token) -> String {
    let mut peer = Peer::plain(server.address);
    peer.send(&Message::Resume { token: presented.clone() });
    match peer.wait_for(|message| matches!(message, Message::Error(_) | Message::Ok { .. })) {
        Message::Error(error) => error.code.word().to_owned(),
        other => panic!("{other:?}"),
    }
}

/// A thief has a copy of a token. Its session is over as soon as the copy is noticed, for whoever is
/// there by it, and the owner logs in with the password.
#[test]
fn a_token_replay_ends_the_session_and_the_connection_that_stands() {
    let server = RunningServer::start();
    let mut alice = Peer::tls(server.address).named("alice");
    let stolen = token(&mut alice);
    drop(alice);
    let (owner, second) = resume(&server, &stolen);
    drop(owner);
    let (owner, third) = resume(&server, &second);
    assert_eq!(refusal(&server, &stolen), "unknown-session");
    assert_eq!(owner.last_codes(), ["session-revoked"]);
    assert_eq!(refusal(&server, &third), "unknown-session");
    let mut alice = Peer::tls(server.address);
    alice.send(&Message::Login(Credentials::new("alice", "correct horse")));
    alice.confirmed(MessageType::Login);
}
