//! Properties of whole handshakes: any loss that ends is overcome, and no input brings an endpoint
//! down.

use std::time::Duration;

use proptest::collection::vec;
use proptest::prelude::*;
use roomrtc_core::base::Time;
use roomrtc_core::dtls::{Config, Role, StateName};

use super::pair::{Fate, Pair};

/// A datagram is lost, late, or arrives several times.
fn fate() -> impl Strategy<Value = Fate> {
    prop_oneof![3 => Just(vec![]), 4 => Just(vec![0]), 3 => vec(0u64..300, 1..4)]
}

fn shape() -> impl Strategy<Value = (usize, bool)> {
    (prop_oneof![Just(128), Just(256), Just(600), Just(1_200)], any::<bool>())
}

fn configure((mtu, cookie_exchange): (usize, bool)) -> impl Fn(&mut Config) {
    move |config| {
        config.mtu = mtu;
        config.cookie_exchange = cookie_exchange;
    }
}

/// A change of one datagram: which, where, and to what.
fn mutation() -> impl Strategy<Value = (usize, prop::sample::Index, u8)> {
    (0usize..30, any::<prop::sample::Index>(), 1u8..)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, ..ProptestConfig::default() })]

    #[test]
    fn a_handshake_completes_when_the_loss_ends(
        seed: u64, shape in shape(), fates in vec(fate(), 0..60),
    ) {
        let mut pair = Pair::new(seed, |config| {
            configure(shape)(config);
            // With 60 datagrams lost in a row, and a minute from one to the next.
            config.handshake_timeout = Duration::from_secs(7_200);
        });
        pair.run(|index, _, _| fates.get(index).cloned().unwrap_or_else(|| vec![0]));
        pair.assert_connected();
    }

    #[test]
    fn arbitrary_datagrams_change_nothing(
        role in prop_oneof![Just(Role::Client), Just(Role::Server)],
        datagrams in vec(vec(any::<u8>(), 0..200), 0..40),
    ) {
        let mut pair = Pair::new(1, |_| {});
        pair.start();
        for datagram in &datagrams {
            pair.endpoint(role).handle_datagram(Time::ZERO, datagram);
        }
        pair.run_without_loss();
        pair.assert_connected();
    }

    #[test]
    fn changed_datagrams_never_bring_an_endpoint_down_or_keys_apart(
        shape in shape(), mutations in vec(mutation(), 1..6),
    ) {
        let mut pair = Pair::new(1, configure(shape));
        pair.run(|index, _, datagram| {
            for (which, at, change) in &mutations {
                if *which == index {
                    let at = at.index(datagram.len());
                    datagram[at] ^= *change;
                }
            }
            vec![0]
        });
        let states = [pair.client.state(), pair.server.state()];
        prop_assert!(states.iter().all(|it| matches!(it, StateName::Connected | StateName::Failed)));
        if states == [StateName::Connected; 2] {
            pair.assert_connected();
        }
    }
}
