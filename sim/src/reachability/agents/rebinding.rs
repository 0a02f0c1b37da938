//! Translators that forget, and agents that go on.

use std::time::Duration;

use roomrtc_core::ice::ConnectionState;

use super::PATIENCE;
use super::agent_network::AgentNetwork;
use crate::nat::{NatKind, NatParameters};
use crate::quantity::Span;
use crate::reachability::{Topology, predict, predict_after_reboot};

fn connected(topology: &Topology, seed: u64) -> AgentNetwork {
    let mut network = AgentNetwork::new(topology, seed);
    network.signal();
    network.run_until(PATIENCE, |network| network.both(ConnectionState::Completed));
    assert!(network.both(ConnectionState::Completed), "{topology:?}");
    network
}

fn apart(first: NatParameters, second: NatParameters) -> Topology {
    Topology::apart(&[first], &[second])
}

/// All topologies of two kinds that connect.
fn connecting() -> Vec<Topology> {
    let kinds: Vec<NatParameters> = NatKind::all().map(NatParameters::of).collect();
    let pairs = kinds.iter().flat_map(|first| kinds.iter().map(move |second| (first, second)));
    let all = pairs.map(|(first, second)| apart(first.clone(), second.clone()));
    all.filter(|topology| predict(topology).connects()).collect()
}

#[test]
fn consent_keeps_bindings_of_half_a_minute_alive() {
    for topology in connecting() {
        let mut topology = topology;
        topology.nats.iter_mut().for_each(|nat| nat.parameters.binding_timeout = Span::secs(30));
        let mut network = connected(&topology, 1);
        let before = network.agents.each_ref().map(|agent| agent.selected());
        network.run_for(Duration::from_secs(600));
        assert_eq!(network.agents.each_ref().map(|agent| agent.selected()), before);
        assert!(network.both(ConnectionState::Completed));
    }
}

#[test]
fn after_a_reboot_a_restart_connects_behind_every_kind() {
    for topology in connecting() {
        for rebooted in 0..2 {
            let mut network = connected(&topology, 2);
            network.nats[rebooted].reboot(None);
            network.run_for(Duration::from_secs(40));
            network.restart();
            network.run_until(PATIENCE, |network| network.both(ConnectionState::Completed));
            assert!(network.both(ConnectionState::Completed), "{topology:?} {rebooted}");
            network.assert_agreement();
            let kinds = network.kinds().expect("a pair");
            assert!(predict(&topology).admits(kinds), "{topology:?} {kinds:?}");
        }
    }
}

#[test]
fn a_restart_finds_the_new_external_address() {
    let topology = apart(
        NatParameters::of(NatKind::PORT_RESTRICTED),
        NatParameters::of(NatKind::PORT_RESTRICTED),
    );
    let mut network = connected(&topology, 3);
    let moved = "198.51.100.77".parse().expect("an address");
    network.nats[1].reboot(Some(moved));
    network.run_for(Duration::from_secs(5));
    network.restart();
    network.run_for(Duration::from_secs(3));
    assert!(network.both(ConnectionState::Completed));
    let [ours, theirs] = network.agents.each_ref().map(|agent| agent.selected().expect("a pair"));
    assert_eq!(ours.remote.ip(), moved);
    assert_eq!(theirs.local_candidate.ip(), moved);
}

/// How long data from the other side may be lost when a translator has forgotten all: until the next
/// consent check, and the grace of the path that is left.
const OUTAGE: Duration = Duration::from_millis(7_500);

#[test]
fn a_reboot_is_survived_without_a_restart_where_the_model_says_so() {
    let mut survived = 0;
    for topology in connecting() {
        for rebooted in 0..2 {
            let mut network = connected(&topology, 4);
            let seen = |network: &AgentNetwork| network.agents[1 - rebooted].selected();
            let before = seen(&network).map(|pair| pair.remote);
            network.nats[rebooted].reboot(None);
            network.run_for(OUTAGE);
            let prediction = predict_after_reboot(&topology, &[rebooted]);
            let case = format!("{topology:?} {rebooted} {prediction:?}");
            let has_moved = seen(&network).map(|pair| pair.remote) != before && network.agrees();
            assert_eq!(has_moved, prediction.connects(), "{case}");
            network.run_for(Duration::from_secs(120));
            assert_eq!(network.agrees(), prediction.connects(), "{case}");
            if prediction.connects() {
                survived += 1;
                assert!(prediction.admits(network.views().expect("a pair")), "{case}");
            }
        }
    }
    assert!(survived > 20, "{survived}");
}
