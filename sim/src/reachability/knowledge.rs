//! What the agents know of candidates.

use std::collections::BTreeMap;

use roomrtc_core::ice::CandidateKind;

use super::endpoint_number::EndpointNumber;

/// What one agent knows.
#[derive(Clone, Debug, Default)]
pub(super) struct Knowledge {
    /// The candidates that it has gathered, by interface.
    pub(super) gathered: BTreeMap<(usize, EndpointNumber), CandidateKind>,
    /// The other's candidates: signalled, or learnt from checks.
    pub(super) remotes: BTreeMap<EndpointNumber, CandidateKind>,
}

impl Knowledge {
    /// What it calls its own candidate at `endpoint`, from this interface.
    pub(super) fn local_kind(&self, interface: usize, endpoint: EndpointNumber) -> CandidateKind {
        let gathered = self.gathered.get(&(interface, endpoint));
        gathered.copied().unwrap_or(CandidateKind::PeerReflexive)
    }

    /// What it calls the other's candidate at `endpoint`.
    pub(super) fn remote_kind(&self, endpoint: EndpointNumber) -> CandidateKind {
        self.remotes.get(&endpoint).copied().unwrap_or(CandidateKind::PeerReflexive)
    }
}
