//! Candidates and credentials that come one by one, late, or in the wrong order.

use roomrtc_core::ice::{CandidateRejection, ConnectionState, Role};
use roomrtc_core::sdp;

use super::network::Network;

fn network() -> Network {
    let mut network = Network::new();
    network.add_host(0, "192.0.2.1:5000");
    network.add_host(1, "192.0.2.2:5000");
    network.roles(Role::Controlling, Role::Controlled);
    network
}

#[test]
fn candidates_may_come_long_after_the_credentials() {
    let mut network = network();
    network.exchange_parameters();
    network.run_for(20_000);
    assert_eq!(network.agents[0].state(), ConnectionState::Checking);
    network.deliver_candidates(0, 1);
    network.run_for(10_000);
    network.deliver_candidates(1, 0);
    network.run_until_both(ConnectionState::Completed);
    network.assert_same_pair();
}

#[test]
fn candidates_may_come_before_the_credentials() {
    let mut network = network();
    network.deliver_candidates(0, 1);
    network.deliver_candidates(1, 0);
    network.run_for(1_000);
    assert!(network.sent.is_empty());
    network.exchange_parameters();
    network.run_until_both(ConnectionState::Completed);
}

#[test]
fn a_check_before_the_answer_is_answered_at_once_and_not_lost() {
    let mut network = network();
    // The answerer has the offer; its answer is still under way.
    let offer = network.parameters(0);
    network.agents[1].set_remote_parameters(network.now, &offer);
    network.deliver_candidates(0, 1);
    let early = network.now;
    network.run_for(100);
    assert_eq!(network.agents[1].state(), ConnectionState::Connected, "its checks are answered");
    assert_eq!(network.agents[0].statistics().checks_received, 1);
    let pair = network.agents[1].selected().expect("a pair");
    assert!(network.agents[0].accepts(pair.remote, pair.local), "its data is accepted");
    let answer = network.parameters(1);
    network.agents[0].set_remote_parameters(network.now, &answer);
    network.run_until_both(ConnectionState::Completed);
    // One check, the nomination, and no candidate of the answerer was ever signalled.
    assert_eq!(network.now.since(early).as_millis(), 100 + 20 + 20);
    network.assert_same_pair();
}

#[test]
fn what_comes_after_the_end_or_for_another_generation_is_ignored() {
    let mut network = network();
    network.exchange_parameters();
    let now = network.now;
    let text = "candidate:1 1 udp 99 192.0.2.7 9 typ host ufrag other";
    let foreign: sdp::Candidate = text.parse().expect("a candidate");
    let agent = &mut network.agents[0];
    let refused = agent.add_signaled_candidate(now, &foreign);
    assert_eq!(refused, Err(CandidateRejection::Generation));
    let named = "candidate:1 1 udp 99 0a1b2c3d.local 9 typ host".parse().expect("a candidate");
    assert_eq!(agent.add_signaled_candidate(now, &named), Err(CandidateRejection::Name));
    agent.end_of_remote_candidates(now);
    let late = "candidate:1 1 udp 99 192.0.2.7 10 typ host".parse().expect("a candidate");
    assert_eq!(agent.add_signaled_candidate(now, &late), Err(CandidateRejection::Late));
    let resolved = "candidate:1 1 udp 99 192.0.2.7 9 typ host".parse().expect("a candidate");
    assert_eq!(agent.add_signaled_candidate(now, &resolved), Ok(()));
    assert_eq!(agent.statistics().candidates_rejected, 2);
    assert_eq!(agent.statistics().candidates_unresolved, 1);
}

#[test]
fn a_pacing_not_proposed_is_the_default() {
    let mut network = Network::new();
    for last in 1..5 {
        network.add_host(0, &format!("192.0.2.{last}:5000"));
        network.add_host(1, &format!("192.0.3.{last}:5000"));
    }
    network.roles(Role::Controlling, Role::Controlled);
    network.fate = Box::new(|_| Vec::new());
    network.deliver_candidates(0, 1);
    network.deliver_candidates(1, 0);
    let mut parameters = [network.parameters(0), network.parameters(1)];
    parameters[0].pacing = None;
    network.agents[0].set_remote_parameters(network.now, &parameters[1]);
    network.agents[1].set_remote_parameters(network.now, &parameters[0]);
    network.run_for(99);
    let sent = |agent| network.sent.iter().filter(|packet| packet.sender == agent).count();
    assert_eq!((sent(0), sent(1)), (16, 2), "5 ms where both propose it, else 50 ms");
}
