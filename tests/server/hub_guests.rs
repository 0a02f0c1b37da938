//! Guests, missed calls and signs of life.

use std::time::Duration;

use roomrtc_core::signaling::{ErrorCode, Message, MessageType, MissedCall, Password, Token};
use roomrtc_server::hub::{AccountChange, CallStage, CloseReason, ConnectionId, HubConfig, Input};

use super::hub_calls::{accept, call_messages, invite};
use super::hub_harness::{CALL, HubHarness, codes};
use super::hub_sessions::{log_in, token};

/// Alice, an invitation of hers, and bob.
fn invited() -> (HubHarness, ConnectionId, Token, ConnectionId) {
    let mut hub = HubHarness::new();
    let (alice, bob) = (hub.log_in("alice"), hub.log_in("bob"));
    hub.received(alice);
    let answer = hub.ask(alice, Message::CreateInvitation);
    let [Message::Invitation { code, .. }] = &answer[..] else { panic!("{answer:?}") };
    (hub, alice, code.clone(), bob)
}

/// A guest with this invitation, and the name the server gave it.
fn enter(hub: &mut HubHarness, code: &Token) -> (ConnectionId, String, Vec<Message>) {
    let guest = hub.connect();
    let name = "Zoë | from = work".to_owned();
    let answer = hub.ask(guest, Message::Enter { code: code.clone(), name });
    let Message::Ok { request: MessageType::Enter, user: Some(user), .. } = &answer[0] else {
        panic!("{answer:?}")
    };
    (guest, user.clone(), answer)
}

/// The users that these messages name.
fn seen(messages: &[Message]) -> Vec<String> {
    let lists = messages.iter().filter_map(|message| match message {
        Message::UserList(list) => Some(&list.users),
        _ => None,
    });
    lists.flatten().map(|presence| presence.user.to_string()).collect()
}

#[test]
fn a_guest_sees_who_invited_it_and_nobody_else_sees_the_guest() {
    let (mut hub, alice, code, bob) = invited();
    let (guest, name, answer) = enter(&mut hub, &code);
    assert_eq!(seen(&answer), ["alice"]);
    assert_eq!(seen(&hub.received(alice)), std::slice::from_ref(&name));
    assert_eq!(seen(&hub.received(bob)), Vec::<String>::new());
    hub.log_in("carol");
    assert_eq!(seen(&hub.received(guest)), Vec::<String>::new());
    assert_eq!(codes(&hub.ask(guest, invite("bob"))), [ErrorCode::UnknownUser]);
    assert_eq!(codes(&hub.ask(bob, invite(&name))), [ErrorCode::UnknownUser]);
    assert_eq!(codes(&hub.ask(guest, Message::CreateInvitation)), [ErrorCode::NotForGuests]);
    hub.handle(Input::Closed(guest));
    assert!(seen(&hub.received(alice)).contains(&name));
    assert_eq!(hub.hub.user_state(&name), None);
}

#[test]
fn a_guest_calls_and_comes_back_to_its_call() {
    let (mut hub, alice, code, _) = invited();
    let (guest, name, answer) = enter(&mut hub, &code);
    hub.received(alice);
    hub.send(guest, invite("alice"));
    let shown = Some("Zoë | from = work".to_owned());
    let rings = Message::IncomingCall { user: name.clone(), call: CALL, name: shown };
    assert_eq!(call_messages(&mut hub, alice), [rings]);
    hub.send(alice, accept(&name));
    hub.handle(Input::Closed(guest));
    hub.restart();
    let (guest, _) = hub.resume(token(&answer));
    let (alice, _) = log_in(&mut hub, "alice");
    hub.send(alice, Message::RejoinCall { user: name.clone(), call: CALL });
    hub.send(guest, Message::RejoinCall { user: "alice".into(), call: CALL });
    let calls: Vec<_> = hub.hub.calls().collect();
    assert_eq!(calls, [("alice", &*name, CallStage::Accepted)]);
}

#[test]
fn an_invitation_is_good_until_it_is_revoked() {
    let (mut hub, alice, code, _) = invited();
    hub.send(alice, Message::RevokeInvitation { code: code.clone() });
    let guest = hub.connect();
    let answer = hub.ask(guest, Message::Enter { code, name: "Zoë".into() });
    assert_eq!(codes(&answer), [ErrorCode::UnknownInvitation]);
}

/// That the guest is out, with the call it was in.
fn assert_out(hub: &mut HubHarness, guest: ConnectionId, name: &str) {
    assert!(hub.closed.contains(&(guest, CloseReason::SessionRevoked)), "{:?}", hub.closed);
    assert!(codes(&hub.received(guest)).contains(&ErrorCode::SessionRevoked));
    assert_eq!(hub.hub.user_state(name), None);
    assert_eq!(hub.hub.calls().count(), 0);
}

#[test]
fn a_guest_is_out_when_its_invitation_is_revoked() {
    let (mut hub, alice, code, _) = invited();
    let (guest, name, answer) = enter(&mut hub, &code);
    hub.send(guest, invite("alice"));
    hub.send(alice, accept(&name));
    hub.send(alice, Message::RevokeInvitation { code });
    assert_out(&mut hub, guest, &name);
    assert_eq!(codes(&hub.resume(token(&answer)).1), [ErrorCode::UnknownSession]);
    assert!(hub.hub.user_of(alice).is_some());
}

#[test]
fn a_guest_that_was_about_to_come_back_is_out_too() {
    let (mut hub, alice, code, _) = invited();
    let (guest, name, _) = enter(&mut hub, &code);
    hub.send(guest, invite("alice"));
    hub.send(alice, accept(&name));
    hub.handle(Input::Closed(guest));
    hub.send(alice, Message::RevokeInvitation { code });
    assert_eq!((hub.hub.user_state(&name), hub.hub.calls().count()), (None, 0));
}

#[test]
fn a_guest_is_out_when_who_invited_it_is_deleted_or_it_is_named_as_revoked() {
    let (mut hub, alice, code, _) = invited();
    let (guest, name, _) = enter(&mut hub, &code);
    hub.handle(Input::AccountChanged(AccountChange::Revoked(name.clone())));
    assert_out(&mut hub, guest, &name);
    let (guest, name, _) = enter(&mut hub, &code);
    hub.send(guest, invite("alice"));
    hub.send(alice, accept(&name));
    let password = Password::new("correct horse");
    hub.send(alice, Message::DeleteAccount { password });
    assert_out(&mut hub, guest, &name);
    let (mut hub, _, code, _) = invited();
    let (guest, name, _) = enter(&mut hub, &code);
    hub.handle(Input::AccountChanged(AccountChange::Deleted("alice".into())));
    assert_out(&mut hub, guest, &name);
}

/// Who enters and leaves again and again puts nobody out who is there, and leaves no more sessions
/// behind than guests may be there.
#[test]
fn as_many_sessions_of_guests_last_as_guests_may_be_there() {
    let (mut hub, _, code, _) = invited();
    let most = HubConfig::default().max_guests;
    let (there, name, _) = enter(&mut hub, &code);
    let before = hub.accounts.sessions();
    let mut last = None;
    for _ in 0..3 * most {
        let (guest, _, answer) = enter(&mut hub, &code);
        hub.handle(Input::Closed(guest));
        last = Some(token(&answer));
    }
    assert_eq!(hub.accounts.sessions(), before + most - 1);
    assert_eq!(hub.hub.user_of(there).map(|user| &**user), Some(&*name));
    let (_, answer) = hub.resume(last.expect("entered"));
    assert_eq!(codes(&answer), []);
}

#[test]
fn guests_have_names_and_are_not_too_many() {
    let (mut hub, _, code, _) = invited();
    for name in ["", "a\nb", &"x".repeat(65)] {
        let guest = hub.connect();
        let answer = hub.ask(guest, Message::Enter { code: code.clone(), name: name.into() });
        assert_eq!(codes(&answer), [ErrorCode::GuestNameInvalid]);
    }
    let refusals = (0..40).flat_map(|_| {
        let guest = hub.connect();
        codes(&hub.ask(guest, Message::Enter { code: code.clone(), name: "Zoë".into() }))
    });
    assert!(refusals.into_iter().any(|code| code == ErrorCode::TooManyGuests));
}

/// Bob has missed calls of alice's: offline, busy, rung out and cancelled.
fn having_missed() -> HubHarness {
    let mut hub = HubHarness::new();
    let (alice, carol) = (hub.log_in("alice"), hub.log_in("carol"));
    let bob = hub.log_in("bob");
    hub.handle(Input::Closed(bob));
    assert_eq!(codes(&call_messages(&mut hub, alice)), []);
    assert_eq!(
        codes(&{
            hub.send(alice, invite("bob"));
            call_messages(&mut hub, alice)
        }),
        [ErrorCode::UserOffline]
    );
    let bob = hub.log_in("bob");
    hub.send(bob, invite("carol"));
    hub.send(alice, invite("bob"));
    hub.send(bob, Message::EndCall { user: "carol".into(), call: Some(CALL) });
    hub.send(alice, invite("bob"));
    for connection in [alice, bob, carol] {
        hub.received(connection);
    }
    hub.advance(Duration::from_secs(60));
    hub.send(alice, invite("bob"));
    hub.send(alice, Message::EndCall { user: "bob".into(), call: Some(CALL) });
    assert_eq!(hub.accounts.missed_calls("carol").len(), 1);
    hub.handle(Input::Closed(bob));
    hub
}

/// Each of them is told at the next login, until it was seen.
#[test]
fn missed_calls_are_told_until_they_were_seen() {
    let mut hub = having_missed();
    let (bob, told) = relogin(&mut hub);
    assert_eq!(told.iter().map(|m| &*m.user).collect::<Vec<_>>(), ["alice"; 4]);
    assert_eq!(told.iter().map(|m| m.at).collect::<Vec<_>>(), [0, 0, 60, 60]);
    hub.send(bob, Message::MissedCallsSeen { number: told[2].number });
    hub.handle(Input::Closed(bob));
    assert_eq!(relogin(&mut hub).1, told[3..]);
}

fn relogin(hub: &mut HubHarness) -> (ConnectionId, Vec<MissedCall>) {
    let bob = hub.connect();
    let credentials = roomrtc_core::signaling::Credentials::new("bob", "correct horse");
    let answer = hub.ask(bob, Message::Login(credentials));
    let list = answer.iter().position(|m| matches!(m, Message::UserList(_)));
    let behind = answer.into_iter().skip(list.expect("a list") + 1);
    let missed = behind.map(|message| match message {
        Message::MissedCall(missed) => missed,
        other => panic!("{other:?}"),
    });
    (bob, missed.collect())
}

#[test]
fn a_dead_connection_is_found_in_thirty_seconds() {
    let mut hub = HubHarness::with(HubConfig::default());
    let alice = hub.log_in("alice");
    hub.advance(Duration::from_secs(19));
    hub.send(alice, Message::Pong);
    hub.advance(Duration::from_secs(19));
    assert_eq!(hub.received(alice), []);
    hub.advance(Duration::from_secs(1));
    assert_eq!(hub.received(alice), [Message::Ping]);
    hub.send(alice, Message::Pong);
    hub.advance(Duration::from_secs(20));
    assert_eq!(hub.received(alice), [Message::Ping]);
    hub.advance(Duration::from_secs(9));
    assert_eq!(hub.closed, []);
    hub.advance(Duration::from_secs(1));
    assert_eq!(hub.closed, [(alice, CloseReason::Silent)]);
}
