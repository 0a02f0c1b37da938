//! The model against agents and translators: what it predicts is what happens.

mod agent_network;
mod rebinding;

use std::time::Duration;

use roomrtc_core::base::{RandomStream, Seed};
use roomrtc_core::ice::ConnectionState;

use super::{HostInterface, PairKinds, Place, Prediction, Topology, predict};
use crate::nat::{Dependence, Hairpinning, NatKind, NatParameters};
use agent_network::AgentNetwork;

/// Longer than any agent is patient: 39.5 s after the last new pair (RFC 8863), and some time in
/// which new pairs turn up.
const PATIENCE: Duration = Duration::from_secs(150);

/// Runs two agents over the topology: what both end on, if they connect.
fn connect(topology: &Topology, seed: u64, gathers_first: bool) -> Option<[PairKinds; 2]> {
    let mut network = AgentNetwork::new(topology, seed);
    if gathers_first {
        network.run_for(Duration::from_secs(6));
    }
    network.signal();
    network.run_until(PATIENCE, |network| network.both(ConnectionState::Completed));
    network.assert_agreement();
    network.kinds()
}

/// Asserts that agents do what the model says.
fn assert_predicted(topology: &Topology, seed: u64, gathers_first: bool) {
    let prediction = predict(topology);
    let ended = connect(topology, seed, gathers_first);
    let case = format!("{topology:?} seed {seed}: {}", told(ended));
    assert_eq!(ended.is_some(), prediction.connects(), "{case}");
    let Some(ended) = ended else { return };
    assert!(prediction.admits(ended), "{case}: {prediction:?}");
    if gathers_first {
        assert!(is_best(&prediction, ended), "{case}: {prediction:?}");
    }
}

fn is_best(prediction: &Prediction, ended: [PairKinds; 2]) -> bool {
    prediction.best().iter().any(|pair| pair.views == ended)
}

fn told(ended: Option<[PairKinds; 2]>) -> String {
    ended.map_or("none".to_owned(), |[ours, theirs]| format!("{ours} {theirs}"))
}

fn matrix(gathers_first: bool) -> usize {
    let mut connected = 0;
    for first in NatKind::all() {
        for second in NatKind::all() {
            let chains = [first, second].map(|kind| [NatParameters::of(kind)]);
            let topology = Topology::apart(&chains[0], &chains[1]);
            for seed in 1..=3 {
                assert_predicted(&topology, seed, gathers_first);
            }
            let counts = first <= second && predict(&topology).connects();
            connected += usize::from(counts);
        }
    }
    connected
}

#[test]
fn agents_that_gather_first_connect_as_predicted_behind_all_kinds() {
    assert_eq!(matrix(true), 23);
}

#[test]
fn agents_that_trickle_connect_as_predicted_behind_all_kinds() {
    assert_eq!(matrix(false), 23);
}

fn draw<T: Copy>(random: &mut RandomStream, from: &[T]) -> T {
    from[random.below(from.len() as u64) as usize]
}

fn drawn_nat(random: &mut RandomStream) -> NatParameters {
    let kind = NatKind::new(draw(random, &Dependence::ALL), draw(random, &Dependence::ALL));
    let hairpinning = [Hairpinning::None, Hairpinning::ExternalSource, Hairpinning::InternalSource];
    NatParameters { hairpinning: draw(random, &hairpinning), ..NatParameters::of(kind) }
}

fn drawn_chain(random: &mut RandomStream, most: u64) -> Vec<NatParameters> {
    (0..random.below(most + 1)).map(|_| drawn_nat(random)).collect()
}

/// Any two hosts, of one or two interfaces, behind up to three translators, of which they may share
/// some, or behind firewalls.
fn drawn_topology(random: &mut RandomStream) -> Topology {
    let shared = drawn_chain(random, 1);
    let own = [0; 2].map(|_| drawn_chain(random, 2));
    let mut topology = Topology::behind(&shared, &own[0], &own[1]);
    for host in 0..2 {
        topology.hosts[host][0].place.segment = random.below(2) as u8;
        if random.below(4) == 0 {
            let wall = NatParameters::firewall(draw(random, &Dependence::ALL));
            let place = match random.below(2) {
                0 => Place::INTERNET,
                _ => topology.add_chain(Place::INTERNET, &[wall]),
            };
            topology.hosts[host].push(HostInterface { is_ipv6: true, ..HostInterface::at(place) });
        }
        let asks_server = random.below(4) > 0;
        topology.hosts[host].iter_mut().for_each(|interface| interface.asks_server = asks_server);
        topology.is_signalled[host] = random.below(8) > 0;
    }
    topology
}

#[test]
fn agents_connect_as_predicted_in_networks_drawn_at_random() {
    let mut random = Seed::from_u64(3).stream("topologies");
    let mut connected = 0;
    for seed in 0..400 {
        let topology = drawn_topology(&mut random);
        assert_predicted(&topology, seed, seed % 2 == 0);
        connected += usize::from(predict(&topology).connects());
    }
    assert!((50..350).contains(&connected), "{connected} of 400");
}
