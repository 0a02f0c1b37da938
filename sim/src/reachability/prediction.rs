//! What the model says.

use std::collections::BTreeSet;

use super::{PairKinds, PredictedPair};

/// What the model says of a topology.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Prediction {
    /// The kinds of pairs over which the hosts reach each other.
    pub pairs: BTreeSet<PredictedPair>,
}

impl Prediction {
    /// Whether the hosts connect without a relay.
    pub fn connects(&self) -> bool {
        !self.pairs.is_empty()
    }

    /// Whether both agents may end on a pair that they see so: the first agent's view first.
    pub fn admits(&self, observed: [PairKinds; 2]) -> bool {
        let fits = |pair: &PredictedPair| {
            pair.views.iter().zip(observed).all(|(view, observed)| view.admits(observed))
        };
        self.pairs.iter().any(fits)
    }

    /// The kinds of highest priority: those that ICE ends on where all checks begin together and
    /// none is lost.
    pub fn best(&self) -> BTreeSet<PredictedPair> {
        let highest = self.pairs.iter().map(PredictedPair::rank).max();
        self.pairs.iter().filter(|pair| Some(pair.rank()) == highest).copied().collect()
    }
}
