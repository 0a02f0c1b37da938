//! Who is told which user's state.

use roomrtc_core::signaling::limits::MAX_USERS_IN_LIST;
use roomrtc_core::signaling::{Message, UserList, UserListKind, UserState};
use roomrtc_server::hub::{ConnectionId, Hub, Input};

use super::hub_calls::invite;
use super::hub_harness::HubHarness;

/// The lists that a connection was sent: their kinds, and whom they name in which state.
fn lists(
    hub: &mut HubHarness,
    connection: ConnectionId,
) -> Vec<(UserListKind, Vec<(String, UserState)>)> {
    let list = |message| match message {
        Message::UserList(UserList { kind, users }) => {
            let users = users.into_iter().map(|user| (user.user.to_string(), user.state));
            Some((kind, users.collect()))
        }
        _ => None,
    };
    hub.received(connection).into_iter().filter_map(list).collect()
}

fn changes(users: &[(&str, UserState)]) -> Vec<(UserListKind, Vec<(String, UserState)>)> {
    let users = users.iter().map(|(user, state)| ((*user).to_owned(), *state)).collect();
    vec![(UserListKind::Changes, users)]
}

#[test]
fn a_login_brings_the_full_list_of_the_others() {
    let mut hub = HubHarness::new();
    let gone = hub.log_in("gone");
    hub.handle(Input::Closed(gone));
    hub.log_in("alice");
    let bob = hub.connect();
    let credentials = roomrtc_core::signaling::Credentials::new("bob", "correct horse");
    hub.send(bob, Message::Register(credentials.clone()));
    hub.send(bob, Message::Login(credentials));
    let users = vec![("gone".into(), UserState::Offline), ("alice".into(), UserState::Available)];
    assert_eq!(lists(&mut hub, bob), [(UserListKind::Full, users)]);
}

#[test]
fn changes_are_told_to_those_who_are_logged_in() {
    let mut hub = HubHarness::new();
    let alice = hub.log_in("alice");
    let stranger = hub.connect();
    let bob = hub.log_in("bob");
    assert_eq!(lists(&mut hub, alice), changes(&[("bob", UserState::Available)]));
    hub.handle(Input::Closed(bob));
    assert_eq!(lists(&mut hub, alice), changes(&[("bob", UserState::Offline)]));
    assert_eq!(lists(&mut hub, alice), []);
    assert_eq!(lists(&mut hub, stranger), []);
}

#[test]
fn who_reads_slowly_is_told_the_last_state_once() {
    let mut hub = HubHarness::new();
    let alice = hub.log_in("alice");
    let mut bob = hub.log_in("bob");
    let carol = hub.log_in("carol");
    for _ in 0..1000 {
        hub.handle(Input::Closed(bob));
        bob = hub.log_in("bob");
    }
    hub.send(carol, invite("bob"));
    let busy = [("bob", UserState::Busy), ("carol", UserState::Busy)];
    let mut told = lists(&mut hub, alice);
    told[0].1.sort();
    assert_eq!(told, changes(&busy));
}

#[test]
fn the_full_list_comes_again_when_asked_for() {
    let mut hub = HubHarness::new();
    let alice = hub.log_in("alice");
    hub.log_in("bob");
    lists(&mut hub, alice);
    hub.send(alice, Message::UserList(UserList::request()));
    let users = vec![("bob".into(), UserState::Available)];
    assert_eq!(lists(&mut hub, alice), [(UserListKind::Full, users)]);
}

#[test]
fn whoever_is_alone_is_told_so() {
    let mut hub = HubHarness::new();
    let alice = hub.log_in("alice");
    assert_eq!(lists(&mut hub, alice), []);
    hub.send(alice, Message::UserList(UserList::request()));
    assert_eq!(lists(&mut hub, alice), [(UserListKind::Full, vec![])]);
}

#[test]
fn a_long_list_takes_several_messages_and_nobody_is_left_out() {
    let mut hub = HubHarness::new();
    let count = 2 * MAX_USERS_IN_LIST + 7;
    hub.hub = Hub::new(HubHarness::config(), (0..count).map(|n| format!("user{n}")));
    hub.accounts.add("user3", "correct horse");
    let reader = hub.log_in("user3");
    hub.send(reader, Message::UserList(UserList::request()));
    let lists = lists(&mut hub, reader);
    let kinds: Vec<UserListKind> = lists.iter().map(|(kind, _)| *kind).collect();
    assert_eq!(kinds, [UserListKind::Full, UserListKind::Changes, UserListKind::Changes]);
    let mut names: Vec<&String> = lists.iter().flat_map(|(_, users)| users).map(|u| &u.0).collect();
    names.sort();
    names.dedup();
    assert_eq!(names.len(), count - 1);
}

#[test]
fn those_for_whom_there_is_something_are_named() {
    let mut hub = HubHarness::new();
    let alice = hub.log_in("alice");
    let bob = hub.log_in("bob");
    while hub.hub.poll_ready().is_some() {}
    hub.received(alice);
    hub.received(bob);
    hub.send(alice, invite("bob"));
    let ready: Vec<ConnectionId> = std::iter::from_fn(|| hub.hub.poll_ready()).collect();
    assert_eq!(ready, [alice, bob]);
}
