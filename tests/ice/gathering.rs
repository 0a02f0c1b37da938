//! Server-reflexive candidates and the end of gathering.

use std::net::SocketAddr;

use roomrtc_core::ice::{CandidateKind, Config, ConnectionState, Event};
use roomrtc_core::sdp;

use super::nat::Nat;
use super::network::{Network, SERVER};

#[test]
fn a_server_makes_a_reflexive_candidate_and_gathering_completes() {
    let mut network = Network::with_servers();
    network.nats[0] = Some(Nat::new("198.51.100.1", false));
    network.add_host(0, "10.0.0.2:5000");
    network.add_host(0, "[2001:db8::2]:5000");
    let now = network.now;
    network.agents[0].end_of_local_addresses(now);
    network.run_for(100);
    let agent = &network.agents[0];
    let found: Vec<String> =
        agent.local_candidates().map(|c| sdp::Candidate::from(c).to_string()).collect();
    assert_eq!(
        found,
        [
            "candidate:1 1 udp 2130706175 10.0.0.2 5000 typ host",
            "candidate:2 1 udp 2130706431 2001:db8::2 5000 typ host",
            "candidate:3 1 udp 1694498559 198.51.100.1 40000 typ srflx raddr 10.0.0.2 rport 5000",
        ]
    );
    let told = network.events[0].iter().filter(|(_, e)| *e == Event::GatheringComplete).count();
    assert!(agent.is_gathering_complete() && told == 1);
}

#[test]
fn without_a_nat_there_is_no_second_candidate() {
    let mut network = Network::with_servers();
    network.add_host(0, "192.0.2.1:5000");
    network.run_for(100);
    let agent = &mut network.agents[0];
    assert!(!agent.is_gathering_complete(), "more addresses may come");
    agent.end_of_local_addresses(network.now);
    assert!(agent.is_gathering_complete());
    assert!(agent.local_candidates().all(|candidate| candidate.kind == CandidateKind::Host));
}

#[test]
fn a_silent_server_holds_gathering_up_for_a_bounded_time() {
    // Requests at 0, 0.5, 1.5 and 3.5 s, and 7.5, 15.5 and 31.5 s where nothing waits for them.
    for (is_trickling, end, requests) in [(false, 5_500, 4), (true, 39_500, 7)] {
        let mut network = Network::with_servers_for(is_trickling);
        network.fate = Box::new(|_| Vec::new());
        network.add_host(0, "192.0.2.1:5000");
        let start = network.now;
        network.agents[0].end_of_local_addresses(start);
        while !network.agents[0].is_gathering_complete() {
            assert!(network.step(roomrtc_core::base::Time::FAR_FUTURE));
        }
        assert_eq!(network.now.since(start).as_millis(), end);
        assert_eq!(network.sent.len(), requests);
    }
}

#[test]
fn a_binding_is_kept_alive_until_ice_has_completed() {
    let mut network = Network::with_servers();
    network.nats[0] = Some(Nat::new("198.51.100.1", false));
    network.add_host(0, "10.0.0.2:5000");
    network.add_host(1, "192.0.2.9:5000");
    network.run_for(61_000);
    let to_server = |network: &Network| {
        let server: SocketAddr = SERVER.parse().expect("an address");
        network.sent.iter().filter(|p| p.sender == 0 && p.to == server).count()
    };
    assert_eq!(to_server(&network), 5, "every 15 s");
    network.signal();
    network.run_until_both(ConnectionState::Completed);
    let before = to_server(&network);
    network.run_for(60_000);
    assert_eq!(to_server(&network), before);
}

#[test]
fn addresses_and_candidates_are_bounded() {
    let mut network = Network::of([Config::default(), Config::default()]);
    for port in 1..=200 {
        network.add_host(0, &format!("192.0.2.1:{port}"));
    }
    assert_eq!(network.agents[0].local_candidates().count(), 32);
    network.add_host(0, "0.0.0.0:7");
    network.add_host(0, "224.0.0.1:7");
    assert_eq!(network.agents[0].local_candidates().count(), 32);
}
