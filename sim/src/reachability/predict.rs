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

/// As [`predict()`], looking at so many rounds of checks at most.
pub(super) fn predict_within(topology: &Topology, rounds: usize) -> Prediction {
    let mut model = Model::new(topology);
    for _ in 0..rounds {
        if !model.check_all() {
            break;
        }
    }
    model.into_prediction()
}
