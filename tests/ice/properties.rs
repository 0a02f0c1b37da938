//! What must hold on every network and for every input.

use std::time::Duration;

use proptest::collection::vec;
use proptest::prelude::*;
use roomrtc_core::ice::{Config, ConnectionState, Role};

use super::network::{DELAY, Network};
use super::scripted_peer::ScriptedPeer;

fn dual_stack(is_lite: bool) -> Network {
    let second = Config { is_lite, ..Config::default() };
    let mut network = Network::of([Config::default(), second]);
    for (agent, last) in [(0, 1), (1, 2)] {
        network.add_host(agent, &format!("192.0.2.{last}:5000"));
        network.add_host(agent, &format!("[2001:db8::{last}]:5000"));
        network.add_host(agent, &format!("198.51.100.{last}:5000"));
    }
    network
}

/// Loses, repeats and delays what is sent from now on by the bytes of `script`, for a while.
fn disturb(network: &mut Network, script: Vec<u8>) {
    let (first, end) = (network.sent.len(), network.now + BAD);
    let next = move |number: usize| script.get(number.checked_sub(first)?).copied();
    network.fate = Box::new(move |packet| match next(packet.number).filter(|_| packet.at < end) {
        Some(byte) if byte % 2 == 0 => Vec::new(),
        Some(byte) => {
            let delay = Duration::from_millis(u64::from(byte));
            if byte % 5 == 0 { vec![delay, delay * 2] } else { vec![delay] }
        }
        None => vec![DELAY],
    });
}

/// The network is bad for so long: not so long that consent expires before a check is answered.
const BAD: Duration = Duration::from_secs(20);

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    #[test]
    fn agents_agree_once_the_network_heals(
        script in vec(any::<u8>(), 0..80), is_lite: bool, first: bool, second: bool,
    ) {
        let mut network = dual_stack(is_lite);
        disturb(&mut network, script);
        let role = |controls| if controls { Role::Controlling } else { Role::Controlled };
        network.roles(role(first), role(second));
        network.start();
        network.run_until_both(ConnectionState::Completed);
        // So much may have been lost that the nominated pair was left for another.
        network.run_for(45_000);
        network.assert_agreement();
    }

    #[test]
    fn restarts_on_a_bad_network_end_in_agreement(
        script in vec(any::<u8>(), 0..60), offerer in 0usize..2, pause in 0u64..3_000,
    ) {
        let mut network = dual_stack(false);
        network.signal();
        network.run_for(pause);
        disturb(&mut network, script);
        network.agents[offerer].restart(network.now);
        let offer = network.parameters(offerer);
        network.agents[1 - offerer].restart(network.now);
        network.agents[1 - offerer].set_remote_parameters(network.now, &offer);
        network.deliver_candidates(offerer, 1 - offerer);
        let answer = network.parameters(1 - offerer);
        network.agents[offerer].set_remote_parameters(network.now, &answer);
        network.deliver_candidates(1 - offerer, offerer);
        network.run_until_both(ConnectionState::Completed);
        // So much may have been lost that the nominated pair was left for another.
        network.run_for(45_000);
        network.assert_agreement();
    }

    #[test]
    fn arbitrary_and_mutated_datagrams_never_panic_or_connect(
        noise in vec(vec(any::<u8>(), 0..120), 0..20),
        flips in vec((any::<prop::sample::Index>(), 1u8..=255), 1..40),
    ) {
        let mut peer = ScriptedPeer::new(Role::Controlled);
        let from = "192.0.2.5:9".parse().unwrap();
        for bytes in &noise {
            peer.receive(from, bytes);
        }
        for (index, mask) in flips {
            let mut check = peer.check(|message| {
                message.use_candidate().priority(7);
            });
            // Whatever stands behind the integrity is not protected by it.
            let at = index.index(check.len() - 8);
            check[at] ^= mask;
            peer.receive(from, &check);
            peer.run(1, &[from]);
        }
        prop_assert_eq!(peer.agent.statistics().checks_received, 0);
        prop_assert_eq!(peer.agent.state(), ConnectionState::Checking);
        prop_assert!(!peer.agent.accepts(peer.local, from));
    }

    #[test]
    fn a_timer_that_is_late_or_early_does_no_harm(steps in vec(0u64..400, 1..200)) {
        let mut network = dual_stack(false);
        network.signal();
        for step in steps {
            network.run_for(1);
            let early = network.now;
            network.agents[0].handle_timeout(early);
            let deadline = network.agents[0].deadline();
            prop_assert!(deadline.is_none_or(|deadline| deadline.at > early), "{:?}", deadline);
            network.now += Duration::from_millis(step);
        }
        network.run_for(2_000);
        network.assert_same_pair();
    }
}
