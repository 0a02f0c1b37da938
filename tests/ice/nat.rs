//! Agents behind network address translators.

use std::collections::{BTreeMap, BTreeSet};
use std::net::{IpAddr, SocketAddr};

use roomrtc_core::ice::{CandidateKind, ConnectionState, Event, Role};

use super::network::Network;

/// A translator in front of one agent: filters by address and port (RFC 4787 section 5), maps by
/// the inner address alone or also by the destination (section 4.1).
#[derive(Clone, Debug)]
pub(super) struct Nat {
    outside: IpAddr,
    is_symmetric: bool,
    first_port: u16,
    mappings: BTreeMap<(SocketAddr, Option<SocketAddr>), u16>,
    permissions: BTreeSet<(u16, SocketAddr)>,
}

impl Nat {
    pub(super) fn new(outside: &str, is_symmetric: bool) -> Nat {
        let outside = outside.parse().expect("an address");
        let (mappings, permissions) = Default::default();
        Nat { outside, is_symmetric, first_port: 40_000, mappings, permissions }
    }

    /// Forgets its mappings, as one that was restarted; new ones have other ports.
    fn reset(&mut self) {
        self.mappings.clear();
        self.permissions.clear();
        self.first_port += 1_000;
    }

    /// The outer source of a datagram out.
    pub(super) fn translate(&mut self, from: SocketAddr, to: SocketAddr) -> SocketAddr {
        let next = self.first_port + self.mappings.len() as u16;
        let key = (from, self.is_symmetric.then_some(to));
        let port = *self.mappings.entry(key).or_insert(next);
        self.permissions.insert((port, to));
        SocketAddr::new(self.outside, port)
    }

    /// The inner destination of a datagram in, if it is let through.
    pub(super) fn admit(&self, from: SocketAddr, to: SocketAddr) -> Option<SocketAddr> {
        let is_permitted = to.ip() == self.outside && self.permissions.contains(&(to.port(), from));
        let mapping = self.mappings.iter().find(|(_, port)| **port == to.port())?;
        is_permitted.then_some(mapping.0.0)
    }
}

#[test]
fn a_port_restricted_nat_is_passed_by_reflexive_candidates() {
    let mut network = Network::with_servers();
    network.add_host(0, "10.0.0.2:5000");
    network.add_host(1, "10.1.0.2:5000");
    network.nats[0] = Some(Nat::new("198.51.100.1", false));
    network.nats[1] = Some(Nat::new("198.51.100.2", false));
    network.signal();
    network.run_until_both(ConnectionState::Completed);
    let ours = network.agents[0].selected().expect("a pair");
    let theirs = network.agents[1].selected().expect("a pair");
    assert_eq!(ours.local_kind, CandidateKind::ServerReflexive);
    assert_eq!(ours.remote_kind, CandidateKind::ServerReflexive);
    assert_eq!(ours.remote, theirs.local_candidate);
}

#[test]
fn behind_a_symmetric_nat_both_learn_peer_reflexive_candidates() {
    let mut network = Network::with_servers();
    network.add_host(0, "10.0.0.2:5000");
    network.add_host(1, "192.0.2.9:5000");
    network.nats[0] = Some(Nat::new("198.51.100.1", true));
    network.signal();
    network.run_until_both(ConnectionState::Completed);
    let inner = network.agents[0].selected().expect("a pair");
    let outer = network.agents[1].selected().expect("a pair");
    assert_eq!(inner.local_kind, CandidateKind::PeerReflexive);
    assert_eq!(inner.remote_kind, CandidateKind::Host);
    assert_eq!(outer.remote_kind, CandidateKind::PeerReflexive);
    assert_eq!(outer.remote, inner.local_candidate);
    assert_eq!(outer.remote.ip().to_string(), "198.51.100.1");
}

#[test]
fn a_signalled_candidate_replaces_the_one_learnt_from_a_check() {
    let mut network = Network::new();
    network.add_host(0, "192.0.2.1:5000");
    network.add_host(1, "192.0.2.2:5000");
    network.roles(Role::Controlling, Role::Controlled);
    network.exchange_parameters();
    // Only one side knows the other's candidate: the other learns it from the checks.
    network.deliver_candidates(0, 1);
    network.run_until_both(ConnectionState::Completed);
    let learnt = network.agents[0].selected().expect("a pair");
    assert_eq!(learnt.remote_kind, CandidateKind::PeerReflexive);
    network.deliver_candidates(1, 0);
    network.run_for(100);
    let known = network.agents[0].selected().expect("a pair");
    assert_eq!((known.remote, known.remote_kind), (learnt.remote, CandidateKind::Host));
}

#[test]
fn a_nat_that_changes_its_mapping_is_survived_without_a_restart() {
    for behind in 0..2 {
        let mut network = Network::with_servers();
        network.add_host(behind, "10.0.0.2:5000");
        network.add_host(1 - behind, "192.0.2.9:5000");
        network.nats[behind] = Some(Nat::new("198.51.100.1", false));
        network.signal();
        network.run_until_both(ConnectionState::Completed);
        let before = network.agents[1 - behind].selected().expect("a pair").remote;
        network.nats[behind].as_mut().expect("a NAT").reset();
        network.run_for(7_000);
        let moved = SocketAddr::new(before.ip(), 41_000);
        let outer = &network.agents[1 - behind];
        assert!(outer.accepts("192.0.2.9:5000".parse().expect("an address"), moved));
        network.run_for(1_500);
        let pairs = network.agents.each_ref().map(|agent| agent.selected().expect("a pair"));
        assert_eq!(pairs[1 - behind].remote, moved);
        assert_eq!(pairs[behind].local_candidate, moved);
        assert_eq!(pairs[behind].local_kind, CandidateKind::PeerReflexive);
        network.run_for(120_000);
        assert!(network.agents.iter().all(|agent| agent.state() >= ConnectionState::Connected));
        assert!(network.agents.iter().all(|agent| agent.state() <= ConnectionState::Completed));
    }
}

/// Two agents that have connected, each behind a NAT that filters by address and port.
fn behind_two_nats() -> Network {
    let mut network = Network::with_servers();
    for (agent, inner, outer) in
        [(0, "10.0.0.2:5000", "198.51.100.1"), (1, "10.1.0.2:5000", "198.51.100.2")]
    {
        network.add_host(agent, inner);
        network.nats[agent] = Some(Nat::new(outer, false));
    }
    network.signal();
    network.run_until_both(ConnectionState::Completed);
    network
}

#[test]
fn a_restart_asks_the_servers_again() {
    let mut network = behind_two_nats();
    // Neither can reach the other at the addresses that it knows.
    network.nats[1].as_mut().expect("a NAT").reset();
    network.run_until_both(ConnectionState::Failed);
    let events = network.events[1].len();
    network.agents[0].restart(network.now);
    network.agents[1].restart(network.now);
    assert!(!network.agents[1].is_gathering_complete());
    network.start();
    network.run_until_both(ConnectionState::Completed);
    network.assert_same_pair();
    let found = network.events[1][events..].iter().filter_map(|(_, event)| match event {
        Event::LocalCandidate(candidate) => Some(candidate.address.to_string()),
        _ => None,
    });
    assert_eq!(found.collect::<Vec<_>>(), ["198.51.100.2:41000"]);
    let reflexive = network.agents[1].local_candidates();
    let reflexive = reflexive.filter(|known| known.kind == CandidateKind::ServerReflexive);
    assert_eq!(reflexive.count(), 1, "what the server told before is forgotten");
    let complete = network.events[1][events..].iter();
    assert_eq!(complete.filter(|(_, event)| *event == Event::GatheringComplete).count(), 1);
    assert!(network.agents[1].is_gathering_complete());
}
