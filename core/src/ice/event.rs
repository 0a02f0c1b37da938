//! What an agent tells.

use super::{Candidate, ConnectionState, Role, SelectedPair};

/// Something that happened in an agent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Event {
    /// A candidate of our own to signal to the peer.
    LocalCandidate(Candidate),
    /// There will be no more local candidates, unless another address is announced: signal
    /// end-of-candidates. Told once, and again when a restart has asked the servers again.
    GatheringComplete,
    /// The state of the connection is another.
    StateChanged(ConnectionState),
    /// Data goes over this pair from now on.
    SelectedPair(SelectedPair),
    /// The role is another: by a conflict, by a lite peer, or because it was set.
    RoleChanged(Role),
}
