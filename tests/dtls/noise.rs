//! Garbage of every kind, mixed into a handshake that completes all the same.

use roomrtc_core::base::Time;
use roomrtc_core::dtls::{DropReason, Role, StateName};

use super::pair::Pair;

/// A record of epoch `epoch` with the payload given.
fn record(content_type: u8, epoch: u8, payload: &[u8]) -> Vec<u8> {
    let length = (payload.len() as u16).to_be_bytes();
    let header = [content_type, 0xfe, 0xfd, 0, epoch, 0, 0, 0, 0, 7, 7, length[0], length[1]];
    [&header[..], payload].concat()
}

/// A handshake record with one whole message.
fn message(message_type: u8, sequence: u8, body: &[u8]) -> Vec<u8> {
    let length = [0, 0, body.len() as u8];
    let header = [message_type, length[0], length[1], length[2], 0, sequence, 0, 0, 0];
    record(22, 0, &[&header[..], &length, body].concat())
}

fn noise() -> Vec<(Vec<u8>, DropReason)> {
    vec![
        (vec![22], DropReason::RecordTruncated),
        (vec![22, 0xfe, 0xfd, 0, 0, 0, 0, 0, 0, 0, 0, 0, 9, 1], DropReason::RecordTruncated),
        (record(19, 0, &[1]), DropReason::RecordType),
        (record(22, 2, &[1]), DropReason::RecordEpoch),
        (vec![22, 3, 3, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0], DropReason::RecordVersion),
        (record(20, 0, &[2]), DropReason::ChangeCipherSpecMalformed),
        (record(21, 0, &[2]), DropReason::AlertMalformed),
        (record(23, 0, b"data"), DropReason::ApplicationDataUnexpected),
        (record(22, 0, &[1, 0, 0]), DropReason::FragmentMalformed),
        (message(99, 0, &[]), DropReason::FragmentType),
        (message(0, 0, &[]), DropReason::FragmentType),
        (message(20, 0, &[0; 12]), DropReason::FragmentType),
        (message(14, 200, &[]), DropReason::FragmentAhead),
    ]
}

#[test]
fn each_kind_of_noise_is_counted_and_changes_nothing() {
    for (datagram, reason) in noise() {
        for role in [Role::Client, Role::Server] {
            let mut pair = Pair::new(1, |_| {});
            pair.start();
            pair.endpoint(role).handle_datagram(Time::ZERO, &datagram);
            assert_eq!(pair.endpoint(role).drops().count(reason), 1, "{reason} {role:?}");
            assert_eq!(pair.endpoint(role).drops().total(), 1, "{reason} {role:?}");
            pair.run_without_loss();
            pair.assert_connected();
        }
    }
}

#[test]
fn noise_before_each_datagram_does_not_stop_the_handshake() {
    for (datagram, _) in noise().into_iter().skip(2) {
        let mut pair = Pair::new(1, |config| config.mtu = 256);
        pair.run(|_, _, bytes| {
            bytes.splice(0..0, datagram.iter().copied());
            vec![0]
        });
        pair.assert_connected();
    }
}

/// Messages that the state does not expect, or cannot read, in the place of the one that is due.
#[test]
fn forged_messages_in_the_place_of_the_one_that_is_due_are_passed_over() {
    for message_type in [1, 2, 3, 11, 12, 13, 14, 15, 16] {
        for role in [Role::Client, Role::Server] {
            let mut pair = Pair::new(1, |_| {});
            pair.start();
            let forged = message(message_type, 0, &[9; 3]);
            pair.endpoint(role).handle_datagram(Time::ZERO, &forged);
            assert_eq!(pair.endpoint(role).drops().total(), 1);
            pair.run_without_loss();
            pair.assert_connected();
        }
    }
}

#[test]
fn a_fragment_that_never_completes_gives_way_to_the_genuine_message() {
    let mut pair = Pair::new(1, |_| {});
    pair.start();
    let claim = [2, 0, 16, 0, 0, 0, 0, 0, 0, 0, 0, 1, 5];
    pair.client.handle_datagram(Time::ZERO, &record(22, 0, &claim));
    pair.run_without_loss();
    pair.assert_connected();
    assert_eq!(pair.client.drops().count(DropReason::FragmentConflict), 1);
}

#[test]
fn forged_records_of_the_next_epoch_are_bounded_and_found_out() {
    let mut pair = Pair::new(1, |_| {});
    pair.start();
    for _ in 0..20 {
        pair.client.handle_datagram(Time::ZERO, &record(22, 1, &[1; 40]));
    }
    assert_eq!(pair.client.drops().count(DropReason::RecordEarly), 12);
    pair.run_without_loss();
    pair.assert_connected();
    assert_eq!(pair.client.drops().count(DropReason::RecordAuthentication), 8);
}

#[test]
fn after_the_handshake_forged_records_are_dropped() {
    let mut pair = Pair::connected(|_| {});
    for content_type in [20, 21, 22, 23] {
        pair.server.handle_datagram(pair.now, &record(content_type, 1, &[3; 50]));
        pair.server.handle_datagram(pair.now, &record(content_type, 0, &[1; 2]));
    }
    assert_eq!(pair.server.drops().count(DropReason::RecordAuthentication), 4);
    assert_eq!(pair.server.drops().count(DropReason::RecordPlaintext), 4);
    assert_eq!(pair.server.state(), StateName::Connected);
    assert_eq!(pair.server.poll_event(), None);
}
