//! The answer that carries the fingerprint may come after the handshake has begun.

use roomrtc_core::base::{Seed, Time};
use roomrtc_core::crypto::HashAlgorithm;
use roomrtc_core::dtls::{Endpoint, Event, Role, StateName};

use super::fixtures::{config, fingerprint, other};
use super::pair::Pair;

/// A pair in which `role` does not know yet whom to expect.
fn pair_without(role: Role) -> Pair {
    let mut pair = Pair::new(1, |_| {});
    *pair.endpoint(role) = Endpoint::new(config(role), Seed::from_u64(77));
    pair
}

/// Runs until the waiting side has all of its peer's flight, and four seconds on.
fn run_until_it_waits(role: Role) -> Pair {
    let mut pair = pair_without(role);
    pair.start();
    for _ in 0..40 {
        for from in [Role::Client, Role::Server] {
            let mut datagram = Vec::new();
            while pair.endpoint(from).poll_transmit(&mut datagram) {
                let now = pair.now;
                pair.endpoint(other(from)).handle_datagram(now, &datagram);
                datagram.clear();
            }
        }
        pair.now += std::time::Duration::from_millis(100);
        let now = pair.now;
        pair.client.handle_timeout(now);
        pair.server.handle_timeout(now);
    }
    pair
}

#[test]
fn the_handshake_waits_and_then_completes_at_once() {
    for role in [Role::Client, Role::Server] {
        let mut pair = run_until_it_waits(role);
        let waiting = match role {
            Role::Client => StateName::ClientWaitCertificate,
            Role::Server => StateName::ServerWaitCertificate,
        };
        assert_eq!(pair.endpoint(role).state(), waiting);
        assert_eq!(pair.endpoint(role).poll_event(), None);
        let now = pair.now;
        let expected = fingerprint(other(role), HashAlgorithm::Sha256);
        pair.endpoint(role).set_remote_fingerprints(now, &[expected]);
        pair.run_without_loss();
        pair.assert_connected();
        assert!(pair.now.since(now).as_millis() <= 40, "{:?}", pair.now.since(now));
    }
}

#[test]
fn a_fingerprint_that_comes_late_and_is_wrong_is_still_wrong() {
    for role in [Role::Client, Role::Server] {
        let mut pair = run_until_it_waits(role);
        let now = pair.now;
        let unexpected = fingerprint(role, HashAlgorithm::Sha256);
        pair.endpoint(role).set_remote_fingerprints(now, &[unexpected]);
        pair.run_without_loss();
        let events = match role {
            Role::Client => &pair.client_events,
            Role::Server => &pair.server_events,
        };
        assert_eq!(events[..], [Event::FingerprintMismatch]);
        assert_eq!(pair.client.state(), StateName::Failed);
        assert_eq!(pair.server.state(), StateName::Failed);
    }
}

#[test]
fn a_handshake_that_waits_for_ever_gives_up() {
    let mut pair = pair_without(Role::Client);
    pair.run_without_loss();
    assert_eq!(pair.client.state(), StateName::Failed);
    assert_eq!(pair.now, Time::from_secs(30));
}

#[test]
fn once_connected_other_fingerprints_change_nothing() {
    let mut pair = Pair::connected(|_| {});
    let unexpected = fingerprint(Role::Client, HashAlgorithm::Sha256);
    pair.client.set_remote_fingerprints(pair.now, &[unexpected]);
    pair.assert_connected();
}
