//! Every combination of roles and implementations.

use roomrtc_core::ice::{CandidateKind, Config, ConnectionState, Event, Role};

use super::network::Network;

fn lite() -> Config {
    Config { is_lite: true, ..Config::default() }
}

fn dual_stack(mut network: Network) -> Network {
    for (agent, last) in [(0, 1), (1, 2)] {
        network.add_host(agent, &format!("192.0.2.{last}:5000"));
        network.add_host(agent, &format!("[2001:db8::{last}]:5000"));
    }
    network
}

#[test]
fn two_full_agents_agree_on_the_best_pair_in_the_fewest_flights() {
    let mut network = dual_stack(Network::new());
    let start = network.now;
    network.signal();
    network.run_until_both(ConnectionState::Completed);
    network.assert_same_pair();
    let selected = network.agents[0].selected().expect("a pair");
    assert!(selected.remote.is_ipv6(), "IPv6 is preferred");
    assert_eq!(selected.local_kind, CandidateKind::Host);
    // A check and its answer, the nomination and its answer, and one Ta before the latter.
    assert!(network.now.since(start).as_millis() <= 45, "{:?}", network.now.since(start));
    let connected = |(at, event): &(_, _)| {
        (*event == Event::StateChanged(ConnectionState::Connected)).then_some(*at)
    };
    let connected = network.events[0].iter().find_map(connected).expect("connected");
    assert_eq!(connected.since(start).as_millis(), 20, "one round trip to the first valid pair");
    assert_eq!(
        network.states(0),
        [ConnectionState::Checking, ConnectionState::Connected, ConnectionState::Completed]
    );
    let rtt = network.agents[0].round_trip_time().expect("a measured round trip");
    assert_eq!(rtt.last.as_millis(), 20);
}

#[test]
fn the_answerer_may_control() {
    let mut network = dual_stack(Network::new());
    network.roles(Role::Controlled, Role::Controlling);
    network.start();
    network.run_until_both(ConnectionState::Completed);
    network.assert_same_pair();
}

#[test]
fn conflicts_are_repaired_whichever_role_both_claim() {
    for role in [Role::Controlling, Role::Controlled] {
        let mut network = dual_stack(Network::new());
        network.roles(role, role);
        network.start();
        network.run_until_both(ConnectionState::Completed);
        network.assert_same_pair();
        assert_ne!(network.agents[0].role(), network.agents[1].role());
        let changes = network
            .events
            .iter()
            .flatten()
            .filter(|(_, event)| matches!(event, Event::RoleChanged(_)));
        assert!(changes.count() >= 1);
    }
}

#[test]
fn a_full_agent_controls_a_lite_one_whatever_was_asked() {
    for (configs, full) in [([Config::default(), lite()], 0), ([lite(), Config::default()], 1)] {
        for roles in [[Role::Controlling, Role::Controlled], [Role::Controlled, Role::Controlling]]
        {
            let mut network = dual_stack(Network::of(configs.clone()));
            network.roles(roles[0], roles[1]);
            network.start();
            network.run_until_both(ConnectionState::Completed);
            network.assert_same_pair();
            assert_eq!(network.agents[full].role(), Role::Controlling);
            assert_eq!(network.agents[1 - full].role(), Role::Controlled);
            assert_eq!(network.agents[1 - full].statistics().checks_sent, 0);
        }
    }
}

#[test]
fn two_lite_agents_take_the_best_pair_unchecked() {
    let mut network = dual_stack(Network::of([lite(), lite()]));
    network.signal();
    network.run_until_both(ConnectionState::Completed);
    network.assert_same_pair();
    network.run_for(120_000);
    assert_eq!(network.agents[0].state(), ConnectionState::Completed);
    assert!(network.agents[0].statistics().indications_received >= 7, "keepalives every 15 s");
}

#[test]
fn a_lite_agent_refuses_a_peer_that_claims_its_role() {
    let mut network = dual_stack(Network::of([Config::default(), lite()]));
    network.signal();
    // The full one is told that its peer is full too, and that it is controlled.
    let mut parameters = network.parameters(1);
    parameters.is_lite = false;
    network.agents[0].set_remote_parameters(network.now, &parameters);
    network.agents[0].set_role(network.now, Role::Controlled);
    network.run_until_both(ConnectionState::Completed);
    assert_eq!(network.agents[0].role(), Role::Controlling);
}

#[test]
fn link_local_addresses_pair_among_themselves() {
    let mut network = Network::new();
    for (agent, last) in [(0, 1), (1, 2)] {
        network.add_host(agent, &format!("[fe80::{last}]:5000"));
        network.add_host(agent, &format!("127.0.0.{last}:5000"));
    }
    network.signal();
    network.run_until_both(ConnectionState::Completed);
    network.assert_same_pair();
    let selected = network.agents[0].selected().expect("a pair");
    assert_eq!(selected.remote, "[fe80::2]:5000".parse().expect("an address"));
}

#[test]
fn the_same_seed_gives_the_same_bytes() {
    let transcript = || {
        let mut network = dual_stack(Network::new());
        network.signal();
        network.run_for(20_000);
        network.sent.into_iter().map(|packet| packet.bytes).collect::<Vec<_>>()
    };
    assert_eq!(transcript(), transcript());
}
