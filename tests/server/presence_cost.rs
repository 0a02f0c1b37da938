//! What presence costs, counted and not timed.

use roomrtc_core::signaling::{Credentials, Message};
use roomrtc_server::hub::{ConnectionId, Input};

use super::hub_harness::HubHarness;

const USERS: usize = 100_000;
const WATCHERS: usize = 50;
const CHANGES: usize = 200;

fn name(user: usize) -> String {
    format!("user{user}")
}

fn told(hub: &HubHarness) -> u64 {
    hub.hub.counters().states_told
}

/// A hub of so many users, of whom the first few are logged in and have been told everything.
fn watched(users: usize) -> (HubHarness, Vec<ConnectionId>) {
    let mut hub = HubHarness::with_users(users);
    let watchers: Vec<_> = (0..WATCHERS).map(|user| hub.log_in(&name(user))).collect();
    for watcher in &watchers {
        hub.received(*watcher);
    }
    (hub, watchers)
}

/// States told while so many users come one after the other, each seen by all before the next.
fn cost_of_changes(users: usize) -> u64 {
    let (mut hub, watchers) = watched(users);
    let before = told(&hub);
    for user in WATCHERS..WATCHERS + CHANGES {
        let line = hub.connect();
        hub.send(line, Message::Login(Credentials::new(name(user), "correct horse")));
        hub.handle(Input::Closed(line));
        while hub.hub.poll_ready().is_some() {}
        for watcher in &watchers {
            hub.received(*watcher);
        }
    }
    told(&hub) - before
}

/// A change costs one state for each watcher, and nothing for each user that there is.
#[test]
fn presence_costs_changes_times_watchers_and_not_users() {
    let many = cost_of_changes(USERS);
    assert_eq!(many, (CHANGES * WATCHERS) as u64);
    assert_eq!(cost_of_changes(USERS / 100), many);
}

/// Whoever does not read in between is told the last state of each, however often it changed.
#[test]
fn changes_that_nobody_reads_cost_once() {
    let (mut hub, watchers) = watched(USERS / 100);
    let before = told(&hub);
    for _ in 0..20 {
        for user in WATCHERS..WATCHERS + 10 {
            let line = hub.log_in(&name(user));
            hub.handle(Input::Closed(line));
        }
    }
    let own = told(&hub) - before;
    for watcher in &watchers {
        hub.received(*watcher);
    }
    assert_eq!(told(&hub) - before - own, (10 * WATCHERS) as u64);
}
