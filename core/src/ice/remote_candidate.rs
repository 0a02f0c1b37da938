//! A candidate of the peer's.

use super::Candidate;

/// A candidate of the peer's, signalled or learnt from its checks.
#[derive(Clone, Copy, Debug)]
pub(super) struct RemoteCandidate {
    pub(super) candidate: Candidate,
    /// A number that is equal for equal foundations; those of learnt candidates are all different.
    pub(super) foundation: u32,
    /// Whether it was learnt from a check and not signalled.
    pub(super) is_learnt: bool,
}
