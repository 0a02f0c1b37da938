//! Translators as packets see them.

use std::net::{IpAddr, SocketAddr};

use roomrtc_core::base::{Seed, Time};

use super::*;
use crate::network::{Origin, Packet};
use crate::quantity::Span;

const HOST: &str = "10.0.0.2:5000";
const OTHER: &str = "10.0.0.3:5000";
const REMOTE: &str = "203.0.113.1:7";
const SAME_ADDRESS: &str = "203.0.113.1:8";
const ELSEWHERE: &str = "203.0.113.2:7";

fn packet(source: &str, destination: &str) -> Packet {
    Packet {
        number: 0,
        origin: Origin::Host(0),
        sent: Time::ZERO,
        source: source.parse().unwrap(),
        destination: destination.parse().unwrap(),
        ecn: 0,
        payload: Vec::new(),
    }
}

fn nat(parameters: NatParameters) -> Nat {
    Nat::new(parameters, "198.51.100.1".parse().unwrap(), &Seed::from_u64(1))
}

fn kind(name: &str) -> NatParameters {
    name.parse().unwrap()
}

/// Sends out and tells the external source.
fn out(nat: &mut Nat, millis: u64, source: &str, destination: &str) -> SocketAddr {
    let mut packet = packet(source, destination);
    assert_eq!(nat.outbound(Time::from_millis(millis), &mut packet), NatVerdict::Forward);
    assert_eq!(packet.destination.to_string(), destination);
    packet.source
}

/// Sends in and tells where it arrives, or why it does not.
fn into(nat: &mut Nat, millis: u64, source: &str, to: SocketAddr) -> Result<String, NatDrop> {
    let mut packet = packet(source, &to.to_string());
    match nat.inbound(Time::from_millis(millis), &mut packet) {
        NatVerdict::Drop(reason) => Err(reason),
        _ => Ok(packet.destination.to_string()),
    }
}

#[test]
fn mappings_are_shared_as_the_axis_says() {
    let shared = [("eim-eif", [true, true]), ("adm-eif", [true, false]), ("apdm-eif", [false; 2])];
    for (name, expected) in shared {
        let mut nat = nat(kind(name));
        let first = out(&mut nat, 0, HOST, REMOTE);
        assert_eq!(first.ip(), nat.external());
        assert_eq!(out(&mut nat, 1, HOST, REMOTE), first);
        let others = [SAME_ADDRESS, ELSEWHERE].map(|to| out(&mut nat, 2, HOST, to) == first);
        assert_eq!(others, expected, "{name}");
        assert_ne!(out(&mut nat, 3, OTHER, REMOTE), first);
    }
}

#[test]
fn what_comes_in_is_filtered_as_the_axis_says() {
    let admitted =
        [("eim-eif", [true, true]), ("eim-adf", [true, false]), ("eim-apdf", [false; 2])];
    for (name, expected) in admitted {
        let mut nat = nat(kind(name));
        let external = out(&mut nat, 0, HOST, REMOTE);
        assert_eq!(into(&mut nat, 1, REMOTE, external), Ok(HOST.to_owned()));
        let others = [SAME_ADDRESS, ELSEWHERE].map(|from| into(&mut nat, 1, from, external));
        assert_eq!(others.clone().map(|other| other.is_ok()), expected, "{name}");
        assert!(
            others.iter().flat_map(|other| other.as_ref().err()).all(|e| *e == NatDrop::Filtered)
        );
        let nobodys = SocketAddr::new(external.ip(), external.port() ^ 1);
        assert_eq!(into(&mut nat, 1, REMOTE, nobodys), Err(NatDrop::NoBinding));
    }
}

#[test]
fn filters_belong_to_mappings() {
    let mut nat = nat(kind("adm-adf"));
    let first = out(&mut nat, 0, HOST, REMOTE);
    let second = out(&mut nat, 0, HOST, ELSEWHERE);
    assert_eq!(into(&mut nat, 1, ELSEWHERE, second), Ok(HOST.to_owned()));
    assert_eq!(into(&mut nat, 1, ELSEWHERE, first), Err(NatDrop::Filtered));
}

#[test]
fn bindings_expire_unless_packets_go_out() {
    let short = NatParameters { binding_timeout: Span::secs(1), ..kind("eim-apdf") };
    let mut nat = nat(short);
    let external = out(&mut nat, 0, HOST, REMOTE);
    assert!(into(&mut nat, 999, REMOTE, external).is_ok());
    assert_eq!(out(&mut nat, 999, HOST, REMOTE), external);
    assert!(into(&mut nat, 1_998, REMOTE, external).is_ok());
    assert_eq!(into(&mut nat, 1_999, REMOTE, external), Err(NatDrop::NoBinding));
    assert_ne!(out(&mut nat, 3_000, HOST, REMOTE), external);
    assert_eq!(nat.bindings(), 1);
}

#[test]
fn a_remote_endpoint_expires_alone() {
    let mut nat = nat(NatParameters { binding_timeout: Span::secs(1), ..kind("eim-apdf") });
    let external = out(&mut nat, 0, HOST, REMOTE);
    assert_eq!(out(&mut nat, 900, HOST, ELSEWHERE), external);
    assert_eq!(into(&mut nat, 1_100, REMOTE, external), Err(NatDrop::Filtered));
    assert!(into(&mut nat, 1_100, ELSEWHERE, external).is_ok());
}

#[test]
fn packets_in_refresh_where_wanted() {
    for refreshes_inbound in [false, true] {
        let mut nat = nat(NatParameters {
            binding_timeout: Span::secs(1),
            refreshes_inbound,
            ..kind("symmetric")
        });
        let external = out(&mut nat, 0, HOST, REMOTE);
        assert!(into(&mut nat, 600, REMOTE, external).is_ok());
        assert_eq!(into(&mut nat, 1_200, REMOTE, external).is_ok(), refreshes_inbound);
    }
}

#[test]
fn hairpinning_presents_the_address_it_is_told_to() {
    let all = [Hairpinning::None, Hairpinning::ExternalSource, Hairpinning::InternalSource];
    for hairpinning in all {
        let mut nat = nat(NatParameters { hairpinning, ..kind("eim-adf") });
        let external = [HOST, OTHER].map(|host| out(&mut nat, 0, host, REMOTE));
        let mut first = packet(HOST, &external[1].to_string());
        let verdict = nat.outbound(Time::ZERO, &mut first);
        if hairpinning == Hairpinning::None {
            assert_eq!(verdict, NatVerdict::Drop(NatDrop::NoHairpinning));
            continue;
        }
        assert_eq!(verdict, NatVerdict::Drop(NatDrop::Filtered), "the other has not sent yet");
        assert_eq!(first, packet(HOST, &external[1].to_string()));
        let mut second = packet(OTHER, &external[0].to_string());
        assert_eq!(nat.outbound(Time::ZERO, &mut second), NatVerdict::Hairpin);
        assert_eq!(second.destination.to_string(), HOST);
        let shown = if hairpinning == Hairpinning::ExternalSource {
            external[1]
        } else {
            OTHER.parse().unwrap()
        };
        assert_eq!(second.source, shown);
        assert_eq!(nat.outbound(Time::ZERO, &mut first), NatVerdict::Hairpin);
    }
}

#[test]
fn ports_are_preserved_and_collide() {
    for (collision, is_kept) in [(PortCollision::Another, true), (PortCollision::Overload, false)] {
        let port_assignment = PortAssignment::Preserve;
        let mut nat =
            nat(NatParameters { port_assignment, port_collision: collision, ..kind("full-cone") });
        let first = out(&mut nat, 0, HOST, REMOTE);
        assert_eq!(first.port(), 5_000);
        let second = out(&mut nat, 0, OTHER, REMOTE);
        assert_eq!(second != first, is_kept);
        let owner = if is_kept { HOST } else { OTHER };
        assert_eq!(into(&mut nat, 0, REMOTE, first), Ok(owner.to_owned()));
        assert_eq!(nat.bindings(), if is_kept { 2 } else { 1 });
    }
}

#[test]
fn parity_is_preserved_and_ports_are_not_predictable() {
    let mut nat = nat(NatParameters { preserves_parity: true, ..kind("symmetric") });
    let mut ports = Vec::new();
    for to in 1..200 {
        let (even, odd) = ("10.0.0.2:5000", "10.0.0.2:5001");
        let remote = format!("203.0.113.1:{to}");
        let drawn = [even, odd].map(|host| out(&mut nat, 0, host, &remote).port());
        assert_eq!(drawn.map(|port| port % 2), [0, 1]);
        ports.extend(drawn);
    }
    assert!(ports.iter().all(|port| *port >= 1_024));
    assert!(!ports.is_sorted());
    ports.sort_unstable();
    ports.dedup();
    assert_eq!(ports.len(), 398);
}

#[test]
fn a_reboot_forgets_and_may_move() {
    let mut nat = nat(kind("full-cone"));
    let before = out(&mut nat, 0, HOST, REMOTE);
    nat.reboot(None);
    assert_eq!(into(&mut nat, 1, REMOTE, before), Err(NatDrop::NoBinding));
    let after = out(&mut nat, 1, HOST, REMOTE);
    assert_eq!(after.ip(), before.ip());
    assert_ne!(after, before);
    let moved: IpAddr = "198.51.100.9".parse().unwrap();
    nat.reboot(Some(moved));
    assert_eq!(out(&mut nat, 2, HOST, REMOTE).ip(), moved);
}

#[test]
fn the_table_is_bounded_and_expired_bindings_make_room() {
    let mut nat = nat(NatParameters {
        most_bindings: 2,
        binding_timeout: Span::secs(1),
        ..kind("symmetric")
    });
    out(&mut nat, 0, HOST, "203.0.113.1:1");
    out(&mut nat, 500, HOST, "203.0.113.1:2");
    let mut third = packet(HOST, "203.0.113.1:3");
    assert_eq!(
        nat.outbound(Time::from_millis(600), &mut third),
        NatVerdict::Drop(NatDrop::TableFull)
    );
    assert_eq!(nat.outbound(Time::from_millis(1_000), &mut third), NatVerdict::Forward);
    assert_eq!(nat.bindings(), 2);
}

#[test]
fn remotes_of_a_binding_are_bounded() {
    let mut nat = nat(kind("port-restricted"));
    let external = out(&mut nat, 0, HOST, REMOTE);
    for port in 1..=256 {
        out(&mut nat, port, HOST, &format!("203.0.113.9:{port}"));
    }
    assert_eq!(into(&mut nat, 300, REMOTE, external), Err(NatDrop::Filtered));
    assert!(into(&mut nat, 300, "203.0.113.9:2", external).is_ok());
}

#[test]
fn a_firewall_filters_and_does_not_translate() {
    let external = "2001:db8::ffff".parse().unwrap();
    let mut wall = Nat::new(kind("firewall"), external, &Seed::from_u64(1));
    let (inside, outside) = ("[2001:db8::2]:5000", "[2001:db8:1::1]:7");
    let address = inside.parse().unwrap();
    assert_eq!(into(&mut wall, 0, outside, address), Err(NatDrop::NoBinding));
    assert_eq!(out(&mut wall, 0, inside, outside), address);
    assert_eq!(into(&mut wall, 1, outside, address), Ok(inside.to_owned()));
    assert_eq!(into(&mut wall, 1, "[2001:db8:1::1]:8", address), Err(NatDrop::Filtered));
    let mut other_family = packet(HOST, REMOTE);
    assert_eq!(wall.outbound(Time::ZERO, &mut other_family), NatVerdict::Drop(NatDrop::Family));
}

#[test]
fn two_in_a_row_are_passed_both_ways() {
    let mut home = nat(kind("full-cone"));
    let mut carrier = Nat::new(kind("symmetric"), "192.0.2.1".parse().unwrap(), &Seed::from_u64(2));
    let mut packet = packet(HOST, REMOTE);
    assert_eq!(home.outbound(Time::ZERO, &mut packet), NatVerdict::Forward);
    assert_eq!(carrier.outbound(Time::ZERO, &mut packet), NatVerdict::Forward);
    assert_eq!(packet.source.ip(), carrier.external());
    std::mem::swap(&mut packet.source, &mut packet.destination);
    assert_eq!(carrier.inbound(Time::ZERO, &mut packet), NatVerdict::Forward);
    assert_eq!(packet.destination.ip(), home.external());
    assert_eq!(home.inbound(Time::ZERO, &mut packet), NatVerdict::Forward);
    assert_eq!(
        (packet.source.to_string(), packet.destination.to_string()),
        (REMOTE.to_owned(), HOST.to_owned())
    );
}

#[test]
fn the_same_seed_gives_the_same_ports_and_a_clone_goes_on_alike() {
    let mut first = nat(kind("symmetric"));
    let mut second = nat(kind("symmetric"));
    assert_eq!(out(&mut first, 0, HOST, REMOTE), out(&mut second, 0, HOST, REMOTE));
    let mut clone = first.clone();
    assert_eq!(out(&mut first, 1, HOST, ELSEWHERE), out(&mut clone, 1, HOST, ELSEWHERE));
}
