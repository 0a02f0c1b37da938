//! The model's one question.

use super::model::Model;
use super::{Prediction, Topology};

/// Rounds of checks at most. Where both sides map by address and port, every check makes a mapping
/// that is answered from another one, without end: each round repeats the last with other names.
const ROUNDS: usize = 12;

/// Says whether, and over which kinds of pairs, the two hosts of `topology` reach each other.
pub fn predict(topology: &Topology) -> Prediction {
    predict_within(topology, ROUNDS)
}

/// Says whether, and over which kinds of pairs, two hosts that have connected still reach each other
/// when these translators of `topology` have been rebooted, without a restart of ICE. With one, what
/// [`predict()`] says holds again.
pub fn predict_after_reboot(topology: &Topology, nats: &[usize]) -> Prediction {
    let mut model = explored(topology, ROUNDS);
    model.reboot(nats);
    explore(&mut model, ROUNDS);
    model.into_prediction()
}

/// As [`predict()`], looking at so many rounds of checks at most.
pub(super) fn predict_within(topology: &Topology, rounds: usize) -> Prediction {
    explored(topology, rounds).into_prediction()
}

fn explored(topology: &Topology, rounds: usize) -> Model<'_> {
    let mut model = Model::new(topology);
    explore(&mut model, rounds);
    model
}

fn explore(model: &mut Model<'_>, rounds: usize) {
    for _ in 0..rounds {
        if !model.check_all() {
            break;
        }
    }
}
