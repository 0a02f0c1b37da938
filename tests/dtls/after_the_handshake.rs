//! Data, closing, and what a lost last flight does.

use std::time::Duration;

use roomrtc_core::dtls::{
    Alert, AlertDescription, DropReason, Event, ExportError, Failure, Role, SendError, StateName,
};

use super::fixtures::other;
use super::pair::Pair;

fn datagrams(pair: &mut Pair, role: Role) -> Vec<Vec<u8>> {
    let mut all = Vec::new();
    let mut datagram = Vec::new();
    while pair.endpoint(role).poll_transmit(&mut datagram) {
        all.push(std::mem::take(&mut datagram));
    }
    all
}

fn give(pair: &mut Pair, role: Role, datagrams: &[Vec<u8>]) {
    let now = pair.now;
    datagrams.iter().for_each(|datagram| pair.endpoint(role).handle_datagram(now, datagram));
}

fn events(pair: &mut Pair, role: Role) -> Vec<Event> {
    std::iter::from_fn(|| pair.endpoint(role).poll_event()).collect()
}

#[test]
fn data_arrives_in_any_order_and_once() {
    let mut pair = Pair::connected(|_| {});
    for role in [Role::Client, Role::Server] {
        for text in [b"one", b"two"] {
            pair.endpoint(role).send_application_data(text).expect("connected");
        }
        let mut sent = datagrams(&mut pair, role);
        sent.reverse();
        sent.push(sent[0].clone());
        give(&mut pair, other(role), &sent);
        let data = |text: &[u8]| Event::ApplicationData(text.to_vec());
        assert_eq!(events(&mut pair, other(role)), [data(b"two"), data(b"one")]);
        assert_eq!(pair.endpoint(other(role)).drops().count(DropReason::RecordReplayed), 1);
    }
}

#[test]
fn data_that_overtakes_the_last_flight_waits_for_it() {
    let mut pair = Pair::new(1, |_| {});
    pair.start();
    for role in [Role::Client, Role::Server, Role::Client] {
        let sent = datagrams(&mut pair, role);
        give(&mut pair, other(role), &sent);
    }
    assert_eq!(pair.server.state(), StateName::Connected);
    pair.server.send_application_data(b"early").expect("connected");
    let mut sent = datagrams(&mut pair, Role::Server);
    sent.reverse();
    give(&mut pair, Role::Client, &sent[..1]);
    assert_eq!(events(&mut pair, Role::Client), []);
    give(&mut pair, Role::Client, &sent[1..]);
    let events = events(&mut pair, Role::Client);
    assert!(matches!(events[0], Event::Connected(_)));
    assert_eq!(events[1], Event::ApplicationData(b"early".to_vec()));
}

#[test]
fn data_that_nobody_takes_is_dropped_not_heaped_up() {
    let mut pair = Pair::connected(|_| {});
    for _ in 0..10 {
        while pair.client.send_application_data(&[5; 1_000]).is_ok() {}
        let sent = datagrams(&mut pair, Role::Client);
        assert_eq!(sent.len(), 64);
        give(&mut pair, Role::Server, &sent);
    }
    assert_eq!(events(&mut pair, Role::Server).len(), 64);
    assert_eq!(pair.server.drops().count(DropReason::ApplicationDataOverflow), 640 - 64);
    while pair.client.send_application_data(&[5]).is_ok() {}
    assert_eq!(pair.client.send_application_data(&[5]), Err(SendError::QueueFull));
}

#[test]
fn the_last_flight_is_repeated_as_often_as_it_is_lost() {
    let mut pair = Pair::new(1, |_| {});
    let mut lost = 0;
    pair.run(|_, role, datagram| {
        let is_last_flight = role == Role::Server && datagram[0] == 20;
        lost += usize::from(is_last_flight);
        if is_last_flight && lost < 5 { vec![] } else { vec![0] }
    });
    pair.assert_connected();
    assert_eq!(lost, 5);
}

#[test]
fn repeating_a_finished_does_not_make_the_server_repeat_its_own_without_end() {
    let mut pair = Pair::new(1, |_| {});
    pair.start();
    for role in [Role::Client, Role::Server] {
        let sent = datagrams(&mut pair, role);
        give(&mut pair, other(role), &sent);
    }
    let finished = datagrams(&mut pair, Role::Client);
    for _ in 0..100 {
        give(&mut pair, Role::Server, &finished);
    }
    assert_eq!(datagrams(&mut pair, Role::Server).len(), 1);
    pair.now += Duration::from_secs(1);
    give(&mut pair, Role::Server, &finished);
    assert_eq!(datagrams(&mut pair, Role::Server).len(), 0);
}

#[test]
fn closing_tells_the_other_side_which_answers() {
    for role in [Role::Client, Role::Server] {
        let mut pair = Pair::connected(|_| {});
        let now = pair.now;
        pair.endpoint(role).send_application_data(b"last").expect("connected");
        pair.endpoint(role).close(now);
        let sent = datagrams(&mut pair, role);
        assert_eq!(sent.len(), 2);
        give(&mut pair, other(role), &sent);
        let close = Event::AlertReceived { alert: Alert::CLOSE_NOTIFY, authenticated: true };
        let expected = [Event::ApplicationData(b"last".to_vec()), close, Event::Closed];
        assert_eq!(events(&mut pair, other(role)), expected);
        assert_eq!(datagrams(&mut pair, other(role)).len(), 1);
        assert_eq!(pair.client.state(), StateName::Closed);
        assert_eq!(pair.server.state(), StateName::Closed);
        let refused = pair.client.export("EXTRACTOR-dtls_srtp", None, 60);
        assert_eq!(refused, Err(ExportError::NotConnected));
        pair.endpoint(role).close(now);
        assert_eq!(datagrams(&mut pair, role).len(), 0);
    }
}

#[test]
fn closing_before_anything_was_sent_is_silent() {
    let mut pair = Pair::new(1, |_| {});
    pair.client.close(pair.now);
    pair.start();
    assert_eq!(datagrams(&mut pair, Role::Client).len(), 0);
    assert_eq!(pair.client.deadline(), None);
    assert_eq!(pair.client.state(), StateName::Closed);
}

#[test]
fn closing_in_the_middle_ends_both() {
    let mut pair = Pair::new(1, |_| {});
    pair.start();
    let hello = datagrams(&mut pair, Role::Client);
    give(&mut pair, Role::Server, &hello);
    pair.server.close(pair.now);
    pair.run_without_loss();
    let reason = Failure::AlertReceived(AlertDescription::CloseNotify);
    assert_eq!(pair.client_events.last(), Some(&Event::Failed(reason)));
}
