//! Restarts from either side, while the old pair carries data.

use roomrtc_core::ice::{ConnectionState, Event, Role};

use super::network::{DELAY, Network};

fn connected() -> Network {
    let mut network = Network::new();
    for (agent, last) in [(0, 1), (1, 2)] {
        network.add_host(agent, &format!("192.0.2.{last}:5000"));
    }
    network.signal();
    network.run_until_both(ConnectionState::Completed);
    network
}

/// The side that restarts offers; the other answers after `millis`.
fn restart(network: &mut Network, offerer: usize, millis: u64) {
    let answerer = 1 - offerer;
    network.agents[offerer].restart(network.now);
    network.run_for(millis);
    let offer = network.parameters(offerer);
    network.agents[answerer].restart(network.now);
    network.agents[answerer].set_remote_parameters(network.now, &offer);
    network.deliver_candidates(offerer, answerer);
    network.run_for(millis);
    let answer = network.parameters(answerer);
    network.agents[offerer].set_remote_parameters(network.now, &answer);
    network.deliver_candidates(answerer, offerer);
}

#[test]
fn either_side_may_restart_and_data_never_stops() {
    for offerer in 0..2 {
        let mut network = connected();
        let old = network.agents.each_ref().map(|agent| agent.local_credentials().clone());
        restart(&mut network, offerer, 7_000);
        let selected = network.agents[0].selected().expect("the old pair");
        assert!(network.agents[1].accepts(selected.remote, selected.local));
        while network.agents.iter().any(|agent| agent.state() != ConnectionState::Completed) {
            let carriers = network.agents.each_ref().map(|agent| agent.selected().expect("a pair"));
            assert!(carriers.iter().all(|carrier| carrier.is_nominated));
            assert!(network.agents[0].accepts(carriers[1].remote, carriers[1].local));
            assert!(network.agents[1].accepts(carriers[0].remote, carriers[0].local));
            assert!(network.step(roomrtc_core::base::Time::FAR_FUTURE));
        }
        network.assert_same_pair();
        for (agent, old) in network.agents.iter().zip(&old) {
            assert_ne!(agent.local_credentials(), old);
        }
        network.run_for(120_000);
        assert_eq!(network.agents[0].role(), Role::Controlling, "roles persist");
        assert_eq!(network.agents[0].state(), ConnectionState::Completed);
    }
}

#[test]
fn a_restart_moves_to_another_path() {
    let mut network = connected();
    network.add_host(0, "192.0.3.1:5000");
    network.add_host(1, "192.0.3.2:5000");
    network.fate = Box::new(|packet| {
        let is_new = packet.to.to_string().starts_with("192.0.3");
        if is_new && packet.from.to_string().starts_with("192.0.3") { vec![DELAY] } else { vec![] }
    });
    restart(&mut network, 0, 100);
    network.run_until_both(ConnectionState::Completed);
    network.assert_same_pair();
    let selected = network.agents[0].selected().expect("a pair");
    assert_eq!(selected.remote.ip().to_string(), "192.0.3.2");
    let told = |(_, event): &&(_, Event)| matches!(event, Event::SelectedPair(pair) if pair.remote == selected.remote);
    assert!(network.events[0].iter().rfind(told).is_some());
}

#[test]
fn a_restart_that_finds_nothing_leaves_the_old_pair() {
    let mut network = connected();
    network.agents[0].restart(network.now);
    network.agents[1].restart(network.now);
    let offer = network.parameters(0);
    network.agents[1].set_remote_parameters(network.now, &offer);
    let answer = network.parameters(1);
    network.agents[0].set_remote_parameters(network.now, &answer);
    network.run_for(45_000);
    assert_eq!(network.agents[0].state(), ConnectionState::Completed);
    let selected = network.agents[0].selected().expect("the old pair");
    assert!(network.agents[0].accepts(selected.local, selected.remote));
    restart(&mut network, 1, 100);
    network.run_until_both(ConnectionState::Completed);
    network.assert_same_pair();
}

#[test]
fn restarts_may_follow_each_other_and_cross() {
    let mut network = connected();
    for _ in 0..5 {
        network.agents[0].restart(network.now);
        network.agents[1].restart(network.now);
        network.exchange_parameters();
        network.run_for(3);
    }
    network.deliver_candidates(0, 1);
    network.deliver_candidates(1, 0);
    network.run_until_both(ConnectionState::Completed);
    network.assert_same_pair();
    network.run_for(60_000);
    assert_eq!(network.agents[1].state(), ConnectionState::Completed);
}

#[test]
fn a_restart_that_found_nothing_fails_with_the_old_pair() {
    let mut network = connected();
    network.agents.iter_mut().for_each(|agent| agent.restart(network.now));
    network.exchange_parameters();
    network.run_for(45_000);
    network.fate = Box::new(|_| vec![]);
    network.run_for(20_000);
    assert_eq!(network.agents[0].state(), ConnectionState::Disconnected);
    network.run_for(20_000);
    assert_eq!(network.agents[0].state(), ConnectionState::Failed);
    assert_eq!(network.agents[0].selected(), None);
}

#[test]
fn a_restart_that_is_taken_back_leaves_all_as_it_was() {
    let mut network = connected();
    let old = network.agents[0].local_credentials().clone();
    network.agents[0].restart(network.now);
    assert!(network.agents[0].offers_restart());
    assert_ne!(*network.agents[0].local_credentials(), old);
    network.run_for(20_000);
    assert!(network.agents[0].take_back_restart(network.now));
    assert!(!network.agents[0].take_back_restart(network.now));
    assert_eq!(*network.agents[0].local_credentials(), old);
    network.run_for(60_000);
    assert!(network.agents.iter().all(|agent| agent.state() == ConnectionState::Completed));
    let told = network.events[0].iter().filter(|(_, it)| matches!(it, Event::SelectedPair(_)));
    let before = told.count();
    restart(&mut network, 0, 100);
    network.run_until_both(ConnectionState::Completed);
    network.assert_same_pair();
    let told = network.events[0].iter().filter(|(_, it)| matches!(it, Event::SelectedPair(_)));
    assert!(told.count() > before);
}

#[test]
fn a_peer_that_restarts_alone_is_followed() {
    let mut network = connected();
    let ours = network.agents[0].local_credentials().clone();
    network.agents[1].restart(network.now);
    network.exchange_parameters();
    network.deliver_candidates(0, 1);
    network.deliver_candidates(1, 0);
    network.run_until_both(ConnectionState::Completed);
    network.assert_same_pair();
    assert_eq!(*network.agents[0].local_credentials(), ours);
}
