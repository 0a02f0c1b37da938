//! Guests whose invitation is over, and users whom the operator keeps out without saying so.

use std::time::Duration;

use roomrtc_core::signaling::{Message, MessageType, Password, Token};
use roomrtc_server::StoreLocation;
use roomrtc_server::accounts::{DataDirectory, OperatorStore};

use crate::peer::Peer;
use crate::running_server::RunningServer;

fn invitation(alice: &mut Peer) -> Token {
    alice.send(&Message::CreateInvitation);
    match alice.wait_for(|message| matches!(message, Message::Invitation { .. })) {
        Message::Invitation { code, .. } => code,
        other => panic!("{other:?}"),
    }
}

fn guest(server: &RunningServer, code: &Token) -> Peer {
    let mut guest = Peer::tls(server.address);
    guest.send(&Message::Enter { code: code.clone(), name: "Zoë".into() });
    guest.confirmed(MessageType::Enter);
    guest
}

#[test]
fn a_guest_is_out_when_its_invitation_is_revoked_and_no_other_is() {
    let server = RunningServer::start();
    let mut alice = Peer::tls(server.address).named("alice");
    let (code, other) = (invitation(&mut alice), invitation(&mut alice));
    let (zoe, mut ada) = (guest(&server, &code), guest(&server, &other));
    alice.send(&Message::RevokeInvitation { code });
    alice.confirmed(MessageType::RevokeInvitation);
    assert_eq!(zoe.last_codes(), ["session-revoked"]);
    ada.send(&Message::Invite { user: "alice".into() });
    alice.wait_for(|message| matches!(message, Message::IncomingCall { .. }));
}

#[test]
fn a_guest_is_out_when_who_invited_it_is_gone() {
    let server = RunningServer::start();
    let mut alice = Peer::tls(server.address).named("alice");
    let code = invitation(&mut alice);
    let zoe = guest(&server, &code);
    alice.send(&Message::DeleteAccount { password: Password::new("correct horse") });
    alice.confirmed(MessageType::DeleteAccount);
    assert_eq!(zoe.last_codes(), ["session-revoked"]);
}

/// Another program was stopped between writing and ringing: the server looks by itself, no later
/// than it looks whether a connection lives.
#[test]
fn what_the_server_was_not_told_of_it_finds_within_a_heartbeat() {
    let directory = tempfile::tempdir().expect("made");
    let mut config = RunningServer::config();
    config.store = StoreLocation::Directory(directory.path().to_owned());
    config.hub.heartbeat = Duration::from_secs(1);
    let server = RunningServer::with(config);
    let mut alice = Peer::tls(server.address).named("alice");
    let code = invitation(&mut alice);
    let zoe = guest(&server, &code);
    let mut store = DataDirectory::open_beside(directory.path()).expect("opened");
    assert!(store.set_disabled("alice", true).expect("written"));
    assert!(alice.last_codes().contains(&"session-revoked"));
    assert!(zoe.last_codes().contains(&"session-revoked"));
}
