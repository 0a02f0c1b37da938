//! Attacks that the hub decides, by their names.

use std::net::Ipv4Addr;
use std::time::Duration;

use proptest::prelude::*;
use roomrtc_core::signaling::{Credentials, ErrorCode, Message, PROTOCOL_VERSION};
use roomrtc_server::hub::{CloseReason, ConnectionId, is_valid_user_name};

use super::hub_calls::{accepted, call_messages};
use super::hub_harness::{CALL, HubHarness, codes};
use super::hub_sessions;

const HOME: Ipv4Addr = Ipv4Addr::new(192, 0, 2, 1);
const ATTACKER: Ipv4Addr = Ipv4Addr::new(198, 51, 100, 1);

fn login(user: &str, password: &str) -> Message {
    Message::Login(Credentials::new(user, password))
}

/// What a guess at `user` from there is answered.
fn guess(hub: &mut HubHarness, user: &str, from: Ipv4Addr) -> ErrorCode {
    let connection = hub.connect_from(from);
    let answer = hub.ask(connection, login(user, "wrong horse"));
    codes(&answer)[0]
}

/// A hub that knows alice, who has logged in from home once and is gone.
fn alice_at_home() -> HubHarness {
    let mut hub = HubHarness::new();
    let alice = hub.connect_from(HOME);
    hub.send(alice, Message::Register(Credentials::new("alice", "correct horse")));
    hub.send(alice, login("alice", "correct horse"));
    hub.handle(roomrtc_server::hub::Input::Closed(alice));
    hub
}

#[test]
fn guessing_passwords_waits_longer_and_longer() {
    let mut hub = alice_at_home();
    let mut tried = 0;
    for _ in 0..3_600 {
        if guess(&mut hub, "alice", ATTACKER) == ErrorCode::WrongCredentials {
            tried += 1;
        }
        hub.advance(Duration::from_secs(1));
    }
    // Five at once, nine while the wait doubles, and one every five minutes of the rest.
    assert!((14..=26).contains(&tried), "{tried} guesses in an hour");
}

#[test]
fn guessing_passwords_from_many_addresses_waits_as_well() {
    let mut hub = alice_at_home();
    let tried = (0..200_u8).filter(|n| {
        let from = Ipv4Addr::new(198, 51, 100, *n);
        guess(&mut hub, "alice", from) == ErrorCode::WrongCredentials
    });
    assert_eq!(tried.count(), 5);
}

#[test]
fn guessing_passwords_keeps_nobody_else_waiting() {
    let mut hub = alice_at_home();
    hub.log_in("bob");
    for n in 0..20 {
        guess(&mut hub, "alice", ATTACKER);
        guess(&mut hub, &format!("nobody{n}"), ATTACKER);
    }
    // Alice from home, although her account is under attack, and others from elsewhere.
    for user in ["alice", "carol"] {
        let connection = hub.connect_from(HOME);
        let credentials = Credentials::new(user, "correct horse");
        if user == "carol" {
            hub.send(connection, Message::Register(credentials));
        }
        let answer = hub.ask(connection, login(user, "correct horse"));
        assert_eq!(codes(&answer), [], "{user}");
    }
}

#[test]
fn an_account_under_attack_is_resumed_with_its_token() {
    let mut hub = HubHarness::new();
    let (alice, token) = hub_sessions::log_in(&mut hub, "alice");
    hub.handle(roomrtc_server::hub::Input::Closed(alice));
    for _ in 0..50 {
        guess(&mut hub, "alice", ATTACKER);
    }
    assert_eq!(codes(&hub.resume(token).1), []);
}

#[test]
fn finding_out_which_users_exist_gets_the_same_answers() {
    let mut hub = alice_at_home();
    let mut answers = |user: &str, from: Ipv4Addr| -> Vec<(ErrorCode, String)> {
        let tries = (0..8).map(|_| {
            let connection = hub.connect_from(from);
            match &hub.ask(connection, login(user, "wrong horse"))[..] {
                [Message::Error(error)] => (error.code, error.text.clone()),
                answer => panic!("{answer:?}"),
            }
        });
        tries.collect()
    };
    let known = answers("alice", ATTACKER);
    let unknown = answers("nobody", Ipv4Addr::new(203, 0, 113, 1));
    assert_eq!(known, unknown);
    assert!(known.iter().any(|(code, _)| *code == ErrorCode::TryLater), "{known:?}");
}

#[test]
fn a_forged_sender_is_overwritten() {
    let (mut hub, alice, bob) = accepted();
    let forged = Message::read_body(b"OFFER|user=bob|call=1|from=mallory|sender=mallory|sdp=v");
    hub.send(alice, forged.expect("unknown keys are ignored"));
    let stamped = Message::Offer { user: "alice".into(), call: CALL, sdp: "v".into() };
    assert_eq!(call_messages(&mut hub, bob), [stamped]);
    let twice = Message::read_body(b"OFFER|user=bob|user=mallory|call=1|sdp=v");
    assert!(twice.is_err());
}

#[test]
fn a_call_message_outside_a_call_goes_nowhere() {
    let mut hub = HubHarness::new();
    let (alice, bob) = (hub.log_in("alice"), hub.log_in("bob"));
    for message in [
        Message::Offer { user: "bob".into(), call: CALL, sdp: String::new() },
        Message::EndCall { user: "bob".into(), call: Some(CALL) },
        Message::AcceptCall { user: "bob".into(), call: CALL },
    ] {
        hub.send(alice, message);
        assert_eq!(codes(&call_messages(&mut hub, alice)), [ErrorCode::NoCall]);
    }
    // A call that is only claimed is none, and its other party hears nothing.
    hub.send(alice, Message::RejoinCall { user: "bob".into(), call: CALL });
    hub.send(alice, Message::Offer { user: "bob".into(), call: CALL, sdp: String::new() });
    assert_eq!(codes(&call_messages(&mut hub, alice)), [ErrorCode::NoCall]);
    hub.advance(Duration::from_secs(30));
    assert_eq!(call_messages(&mut hub, bob), []);
}

#[test]
fn who_does_not_greet_is_sent_away() {
    let old = Message::Hello { version: 1, program: None };
    for (message, code, reason) in [
        (login("alice", "correct horse"), ErrorCode::HelloExpected, CloseReason::HelloExpected),
        (old, ErrorCode::UnsupportedVersion, CloseReason::UnsupportedVersion),
    ] {
        let mut hub = HubHarness::new();
        let stranger: ConnectionId = hub.open(ATTACKER);
        assert_eq!(codes(&hub.ask(stranger, message)), [code]);
        assert_eq!(hub.closed, [(stranger, reason)]);
    }
    let mut hub = HubHarness::new();
    let newer = hub.open(HOME);
    let answer = hub.ask(newer, Message::Hello { version: u32::MAX, program: None });
    let ours = |m: &Message| matches!(m, Message::Welcome { version: PROTOCOL_VERSION, .. });
    assert!(answer.iter().all(ours) && answer.len() == 1, "{answer:?}");
}

proptest! {
    /// Injection by `|`, `=`, `%`, `;`, `:`, commas and line ends: whatever stands in a field comes
    /// out of it, and no other field changes.
    #[test]
    fn injection_into_a_field_stays_in_it(
        name in "[|=%;:,\r\na-z\u{85}\u{2028}]{0,40}",
        sdp in "\\PC*|[|=%;:,\r\n]{1,40}",
    ) {
        let message = Message::Offer { user: name, call: CALL, sdp };
        let mut body = Vec::new();
        message.write_body(&mut body);
        prop_assert_eq!(Message::read_body(&body), Ok(message));
        prop_assert_eq!(body.iter().filter(|byte| **byte == b'|').count(), 3);
        prop_assert!(!body.contains(&b'\n') && !body.contains(&b'\r'));
    }

    /// The grammar of user names: what is registered is a word that means nothing to any reader.
    #[test]
    fn a_name_that_is_taken_needs_no_escaping(name in "\\PC{0,40}|[-._a-zA-Z0-9|=%;:,]{0,40}") {
        let mut hub = HubHarness::new();
        let stranger = hub.connect();
        let request = Message::Register(Credentials::new(name.clone(), "correct horse"));
        let answer = hub.ask(stranger, request);
        prop_assert_eq!(codes(&answer).is_empty(), is_valid_user_name(&name));
        if codes(&answer).is_empty() {
            prop_assert!(name.len() <= 32 && name.bytes().all(|b| b.is_ascii_graphic()));
            prop_assert!(!name.contains(['|', '=', '%', ';', ':', ',', '/', '\\', '"', '\'']));
        }
    }
}
