//! The kinds of a pair's candidates.

use std::fmt;

use roomrtc_core::ice::CandidateKind;

/// A pair as one agent sees it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct PairKinds {
    /// The kind of its own candidate.
    pub local: CandidateKind,
    /// The kind of the other's.
    pub remote: CandidateKind,
}

impl PairKinds {
    /// Whether an agent may call the pair so. A candidate that a check shows before the server's
    /// answer or the signalling does is peer-reflexive for it.
    pub fn admits(&self, observed: PairKinds) -> bool {
        let is_learnt = |kind| kind == CandidateKind::PeerReflexive;
        let is_local = observed.local == self.local
            || self.local == CandidateKind::ServerReflexive && is_learnt(observed.local);
        is_local && (observed.remote == self.remote || is_learnt(observed.remote))
    }
}

impl fmt::Display for PairKinds {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let name = |kind| match kind {
            CandidateKind::Host => "host",
            CandidateKind::ServerReflexive => "srflx",
            CandidateKind::PeerReflexive => "prflx",
            CandidateKind::Relayed => "relay",
        };
        write!(f, "{}-{}", name(self.local), name(self.remote))
    }
}
