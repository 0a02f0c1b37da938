//! Endpoints to try things on.

use super::super::Endpoint;
use crate::base::{Seed, Time};
use crate::crypto::{Certificate, HashAlgorithm, default_provider};
use crate::dtls::{Config, Event, Fingerprint, Role, StateName};

pub(super) const NOW: Time = Time::ZERO;

pub(super) fn certificate(role: Role) -> Certificate {
    Certificate::generate(0, &mut Seed::from_u64(role as u64).stream("certificate"))
}

pub(super) fn endpoint(role: Role, peer: Role, change: impl FnOnce(&mut Config)) -> Endpoint {
    let mut config = Config::new(role, default_provider(), certificate(role));
    config.srtp_profiles = vec![7, 1];
    change(&mut config);
    let mut endpoint = Endpoint::new(config, Seed::from_u64(10 + role as u64));
    let der = certificate(peer);
    let expected = Fingerprint::of(HashAlgorithm::Sha256, der.der(), default_provider());
    endpoint.set_remote_fingerprints(NOW, &[expected]);
    endpoint
}

pub(super) fn pair(change: fn(&mut Config)) -> (Endpoint, Endpoint) {
    let client = endpoint(Role::Client, Role::Server, change);
    (client, endpoint(Role::Server, Role::Client, change))
}

pub(super) fn datagrams(endpoint: &mut Endpoint) -> Vec<Vec<u8>> {
    let mut all = Vec::new();
    loop {
        let mut datagram = Vec::new();
        if !endpoint.poll_transmit(&mut datagram) {
            return all;
        }
        all.push(datagram);
    }
}

pub(super) fn carry(from: &mut Endpoint, to: &mut Endpoint) {
    datagrams(from).iter().for_each(|datagram| to.handle_datagram(NOW, datagram));
}

pub(super) fn connected(change: fn(&mut Config)) -> (Endpoint, Endpoint) {
    let (mut client, mut server) = pair(change);
    client.start(NOW, None);
    for _ in 0..3 {
        carry(&mut client, &mut server);
        carry(&mut server, &mut client);
    }
    assert_eq!(client.state(), StateName::Connected);
    assert_eq!(server.state(), StateName::Connected);
    (client, server)
}

pub(super) fn events(endpoint: &mut Endpoint) -> Vec<Event> {
    std::iter::from_fn(|| endpoint.poll_event()).collect()
}
