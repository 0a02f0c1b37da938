//! What follows from the model.

use super::predict::predict_within;
use super::*;
use crate::nat::{Hairpinning, NatKind, NatParameters};

fn nat(name: &str) -> NatParameters {
    name.parse().unwrap()
}

fn hairpinning(name: &str, hairpinning: Hairpinning) -> NatParameters {
    NatParameters { hairpinning, ..nat(name) }
}

/// All pairs, as both see them.
fn pairs(topology: &Topology) -> Vec<String> {
    let name = |pair: &PredictedPair| format!("{} {}", pair.views[0], pair.views[1]);
    predict(topology).pairs.iter().map(name).collect()
}

fn between(first: &str, second: &str) -> Vec<String> {
    pairs(&Topology::apart(&[nat(first)], &[nat(second)]))
}

fn unordered() -> Vec<(NatKind, NatKind)> {
    let kinds: Vec<NatKind> = NatKind::all().collect();
    let pairs = kinds.iter().flat_map(|first| kinds.iter().map(move |second| (*first, *second)));
    pairs.filter(|(first, second)| first <= second).collect()
}

fn connects(first: NatKind, second: NatKind) -> bool {
    predict(&Topology::apart(&[NatParameters::of(first)], &[NatParameters::of(second)])).connects()
}

#[test]
fn of_45_pairs_of_kinds_23_connect_and_22_cannot() {
    let all = unordered();
    assert_eq!(all.len(), 45);
    let connecting = all.iter().filter(|(first, second)| connects(*first, *second)).count();
    assert_eq!((connecting, all.len() - connecting), (23, 22));
}

#[test]
fn the_order_of_the_two_sides_does_not_matter() {
    for (first, second) in unordered() {
        assert_eq!(connects(first, second), connects(second, first), "{first} {second}");
    }
}

#[test]
fn what_is_known_of_the_classical_kinds_follows() {
    assert_eq!(between("port-restricted", "port-restricted"), ["srflx-srflx srflx-srflx"]);
    assert_eq!(between("full-cone", "symmetric"), ["srflx-prflx prflx-srflx"]);
    assert_eq!(between("symmetric", "restricted-cone"), ["prflx-srflx srflx-prflx"]);
    assert!(between("symmetric", "port-restricted").is_empty());
    assert!(between("symmetric", "symmetric").is_empty());
    assert_eq!(between("adm-eif", "adm-eif"), ["prflx-prflx prflx-prflx"]);
}

#[test]
fn a_permissive_filter_helps_no_side_of_a_pair_mapped_by_port() {
    assert!(between("apdm-eif", "apdm-eif").is_empty());
    assert_eq!(between("apdm-eif", "adm-adf"), ["prflx-prflx prflx-prflx"]);
}

#[test]
fn more_rounds_find_nothing_more() {
    for (first, second) in unordered() {
        let chains = [first, second].map(|kind| [NatParameters::of(kind)]);
        let topology = Topology::apart(&chains[0], &chains[1]);
        assert_eq!(predict_within(&topology, 6), predict_within(&topology, 14), "{first} {second}");
    }
}

#[test]
fn without_a_nat_it_is_host_to_host() {
    assert_eq!(pairs(&Topology::apart(&[], &[])), ["host-host host-host"]);
    assert_eq!(pairs(&Topology::apart(&[nat("symmetric")], &[])), ["prflx-host host-prflx"]);
    assert_eq!(pairs(&Topology::apart(&[], &[nat("full-cone")])), ["host-srflx srflx-host"]);
}

#[test]
fn behind_one_nat_the_hosts_are_neighbours() {
    let topology = Topology::behind(&[nat("symmetric")], &[], &[]);
    assert_eq!(pairs(&topology), ["host-host host-host"]);
    let both = Topology::behind(&[hairpinning("eim-eif", Hairpinning::ExternalSource)], &[], &[]);
    assert_eq!(pairs(&both), ["host-host host-host", "srflx-srflx srflx-srflx"]);
    let best: Vec<_> = predict(&both).best().into_iter().collect();
    assert_eq!(best.len(), 1);
    assert_eq!(best[0].views[0].to_string(), "host-host");
}

#[test]
fn in_two_segments_of_one_nat_only_hairpinning_helps() {
    for (hairpin, expected) in [
        (Hairpinning::None, vec![]),
        (Hairpinning::ExternalSource, vec!["srflx-srflx srflx-srflx"]),
        // The answer goes to an address that is not to be reached.
        (Hairpinning::InternalSource, vec![]),
    ] {
        let mut topology = Topology::behind(&[hairpinning("port-restricted", hairpin)], &[], &[]);
        topology.hosts[1][0].place.segment = 1;
        assert_eq!(pairs(&topology), expected);
    }
}

#[test]
fn a_shared_carrier_nat_must_hairpin() {
    let homes = [nat("port-restricted"), nat("restricted-cone")];
    let behind = |carrier| Topology::behind(&[carrier], &homes[..1], &homes[1..]);
    assert!(pairs(&behind(nat("full-cone"))).is_empty());
    let carrier = hairpinning("port-restricted", Hairpinning::ExternalSource);
    assert_eq!(pairs(&behind(carrier)), ["srflx-srflx srflx-srflx"]);
}

#[test]
fn a_carrier_nat_that_presents_internal_addresses_is_passed_by_open_homes_only() {
    let carrier = hairpinning("full-cone", Hairpinning::InternalSource);
    let behind = |first, second| {
        Topology::behind(std::slice::from_ref(&carrier), &[nat(first)], &[nat(second)])
    };
    // What comes from the other home's address in the carrier's network was never sent to.
    assert!(pairs(&behind("port-restricted", "restricted-cone")).is_empty());
    assert_eq!(pairs(&behind("full-cone", "full-cone")), ["prflx-prflx prflx-prflx"]);
}

#[test]
fn a_neighbour_in_the_carriers_network_is_reached_directly() {
    let topology = Topology::behind(&[nat("symmetric")], &[nat("symmetric")], &[]);
    assert_eq!(pairs(&topology), ["prflx-host host-prflx"]);
}

#[test]
fn two_in_a_row_are_as_strict_as_the_strictest() {
    let chain = |inner, outer| [nat(inner), nat(outer)];
    let full = [nat("full-cone")];
    let port = [nat("port-restricted")];
    assert!(predict(&Topology::apart(&chain("full-cone", "symmetric"), &full)).connects());
    assert!(!predict(&Topology::apart(&chain("full-cone", "symmetric"), &port)).connects());
    assert!(!predict(&Topology::apart(&chain("symmetric", "full-cone"), &port)).connects());
    let cones = chain("port-restricted", "full-cone");
    assert!(predict(&Topology::apart(&cones, &cones)).connects());
}

#[test]
fn without_a_server_somebody_must_be_in_the_open() {
    let mut topology = Topology::apart(&[nat("full-cone")], &[nat("full-cone")]);
    topology.hosts[0][0].asks_server = false;
    assert_eq!(pairs(&topology), ["prflx-srflx srflx-prflx"]);
    topology.hosts[1][0].asks_server = false;
    assert!(pairs(&topology).is_empty());
}

#[test]
fn candidates_that_are_not_signalled_are_learnt() {
    let mut topology = Topology::apart(&[], &[]);
    topology.is_signalled = [false, true];
    assert_eq!(pairs(&topology), ["host-host host-prflx"]);
    topology.is_signalled = [false, false];
    assert!(pairs(&topology).is_empty());
}

#[test]
fn firewalls_are_opened_from_both_sides_and_families_do_not_mix() {
    let wall = nat("firewall");
    let mut topology = Topology::apart(&[nat("symmetric")], &[nat("symmetric")]);
    for host in 0..2 {
        let place = topology.add_chain(Place::INTERNET, std::slice::from_ref(&wall));
        topology.hosts[host].push(HostInterface { is_ipv6: true, ..HostInterface::at(place) });
    }
    assert_eq!(pairs(&topology), ["host-host host-host"]);
    assert!(predict(&topology).pairs.iter().all(|pair| pair.is_ipv6));
    topology.hosts[1].pop();
    assert!(pairs(&topology).is_empty());
}

#[test]
fn early_checks_may_change_what_a_candidate_is_called() {
    use roomrtc_core::ice::CandidateKind::{Host, PeerReflexive, ServerReflexive};
    let kinds = |local, remote| PairKinds { local, remote };
    let reflexive = kinds(ServerReflexive, Host);
    assert!(reflexive.admits(kinds(PeerReflexive, PeerReflexive)));
    assert!(!reflexive.admits(kinds(Host, Host)));
    assert!(!kinds(Host, Host).admits(kinds(PeerReflexive, Host)));
    let prediction = predict(&Topology::apart(&[nat("full-cone")], &[]));
    assert!(prediction.admits([reflexive, kinds(Host, PeerReflexive)]));
    assert!(!prediction.admits([kinds(Host, Host), kinds(Host, Host)]));
}
