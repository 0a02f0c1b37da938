//! Missed calls: told at once, or at the next login, and once on a connection.

use std::collections::BTreeMap;

use proptest::prelude::*;
use roomrtc_core::signaling::{Credentials, Message, MissedCall};
use roomrtc_server::hub::{ConnectionId, HubConfig, Input, SecondDevice};

use super::hub_calls::{accept, invite};
use super::hub_harness::{CALL, HubHarness};

fn missed(messages: Vec<Message>) -> Vec<MissedCall> {
    let missed = |message| match message {
        Message::MissedCall(missed) => Some(missed),
        _ => None,
    };
    messages.into_iter().filter_map(missed).collect()
}

/// Logs bob in: what he has missed.
fn bob_returns(hub: &mut HubHarness) -> (ConnectionId, Vec<MissedCall>) {
    let bob = hub.connect();
    let answer = hub.ask(bob, Message::Login(Credentials::new("bob", "correct horse")));
    (bob, missed(answer))
}

fn end(user: &str) -> Message {
    Message::EndCall { user: user.into(), call: None }
}

#[test]
fn who_is_there_is_told_at_once_and_again_until_it_was_seen() {
    let mut hub = HubHarness::new();
    let (alice, bob) = (hub.log_in("alice"), hub.log_in("bob"));
    hub.send(alice, invite("bob"));
    hub.send(alice, end("bob"));
    let told = missed(hub.received(bob));
    assert_eq!(told.iter().map(|call| &*call.user).collect::<Vec<_>>(), ["alice"]);
    assert_eq!(missed(hub.received(bob)), []);
    hub.handle(Input::Closed(bob));
    let (bob, again) = bob_returns(&mut hub);
    assert_eq!(again, told);
    hub.send(bob, Message::MissedCallsSeen { number: told[0].number });
    hub.handle(Input::Closed(bob));
    assert_eq!(bob_returns(&mut hub).1, []);
}

#[test]
fn who_is_in_a_call_is_told_at_once_who_else_has_called() {
    let mut hub = HubHarness::new();
    let (alice, bob) = (hub.log_in("alice"), hub.log_in("bob"));
    hub.log_in("carol");
    hub.send(bob, invite("carol"));
    hub.received(bob);
    hub.send(alice, invite("bob"));
    assert_eq!(missed(hub.received(bob)).len(), 1);
}

#[test]
fn who_declines_or_accepts_has_missed_nothing() {
    let mut hub = HubHarness::new();
    let (alice, bob) = (hub.log_in("alice"), hub.log_in("bob"));
    let mut other = hub.clone();
    hub.send(alice, invite("bob"));
    hub.send(bob, Message::RejectCall { user: "alice".into(), call: CALL });
    assert_eq!(missed(hub.received(bob)), []);
    other.send(alice, invite("bob"));
    other.send(bob, accept("alice"));
    other.send(alice, end("bob"));
    assert_eq!(missed(other.received(bob)), []);
}

/// A worker has read what bob missed; then another call is kept, and told first.
#[test]
fn what_is_missed_while_a_login_is_under_way_is_told_with_it() {
    for login_first in [true, false] {
        let mut hub = HubHarness::new();
        let alice = hub.log_in("alice");
        hub.log_in("bob");
        hub.handle(Input::Closed(ConnectionId(2)));
        let bob = hub.connect();
        hub.holds = true;
        hub.send(bob, Message::Login(Credentials::new("bob", "correct horse")));
        hub.send(alice, invite("bob"));
        let requests = std::mem::take(&mut hub.held);
        let mut outcomes = hub.perform_held(requests);
        if !login_first {
            outcomes.reverse();
        }
        for (operation, outcome) in outcomes {
            hub.handle(Input::AccountDone { operation, outcome });
        }
        assert_eq!(missed(hub.received(bob)).len(), 1, "{login_first}");
    }
}

/// Takes an operation, or what was missed, or a person's turn; numbers choose.
fn turn(hub: &mut HubHarness, told: &mut BTreeMap<ConnectionId, Vec<u64>>, choice: u8) {
    let bob = told.keys().next_back().copied();
    match choice % 8 {
        0 => {
            let bob = hub.connect();
            told.insert(bob, Vec::new());
            hub.send(bob, Message::Login(Credentials::new("bob", "correct horse")));
        }
        1 => bob.into_iter().for_each(|bob| hub.handle(Input::Closed(bob))),
        2 if !hub.held.is_empty() => {
            let one = hub.held.remove(usize::from(choice / 8) % hub.held.len());
            let outcomes = hub.perform_held(vec![one]);
            hub.finished.extend(outcomes);
        }
        3 if !hub.finished.is_empty() => {
            let place = usize::from(choice / 8) % hub.finished.len();
            let (operation, outcome) = hub.finished.remove(place);
            hub.handle(Input::AccountDone { operation, outcome });
        }
        4 => bob.into_iter().for_each(|bob| take(hub, told, bob)),
        5 => hub.send(ConnectionId(1), end("bob")),
        _ => hub.send(ConnectionId(1), invite("bob")),
    }
}

fn take(hub: &mut HubHarness, told: &mut BTreeMap<ConnectionId, Vec<u64>>, bob: ConnectionId) {
    let new = missed(hub.received(bob)).into_iter().map(|call| call.number);
    told.entry(bob).or_default().extend(new);
}

proptest! {
    /// Whatever crosses, and in whatever order workers read, write and are heard: a connection is
    /// told every call that was missed and not seen, and none twice.
    #[test]
    fn every_missed_call_is_told_once(choices in prop::collection::vec(any::<u8>(), 1..160)) {
        let second_device = SecondDevice::TakeOver;
        let mut hub = HubHarness::with(HubConfig { second_device, ..HubHarness::config() });
        hub.log_in("alice");
        hub.log_in("bob");
        hub.holds = true;
        let mut told = BTreeMap::from([(ConnectionId(2), Vec::new())]);
        for choice in choices {
            turn(&mut hub, &mut told, choice);
        }
        hub.finish_all();
        told.insert(hub.connect(), Vec::new());
        let last = *told.keys().next_back().expect("just made");
        hub.send(last, Message::Login(Credentials::new("bob", "correct horse")));
        hub.finish_all();
        hub.send(ConnectionId(1), invite("bob"));
        hub.send(ConnectionId(1), end("bob"));
        hub.finish_all();
        take(&mut hub, &mut told, last);
        let kept = hub.accounts.missed_calls("bob").iter().map(|call| call.number);
        prop_assert_eq!(&told[&last], &kept.collect::<Vec<u64>>());
        for numbers in told.values() {
            let mut once = numbers.clone();
            once.sort_unstable();
            once.dedup();
            prop_assert_eq!(once.len(), numbers.len(), "told twice");
        }
    }
}
