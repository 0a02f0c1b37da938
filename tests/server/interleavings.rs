//! Many users doing anything in any order.

use proptest::prelude::*;

use super::network::Network;
use super::step::Step;

proptest! {
    /// Safety after every step, and agreement of everybody with the hub whenever the lines are
    /// quiet.
    #[test]
    fn clients_and_hub_agree_whatever_crosses(
        rounds in prop::collection::vec(prop::collection::vec(Step::any(4), 1..80), 1..4),
    ) {
        let mut network = Network::new(4);
        for round in rounds {
            for step in round {
                network.step(step);
            }
            network.settle();
        }
    }

    /// Two users do little else than cross each other.
    #[test]
    fn two_users_agree_whatever_crosses(steps in prop::collection::vec(Step::any(2), 1..120)) {
        let mut network = Network::new(2);
        for step in steps {
            network.step(step);
        }
        network.settle();
    }
}
