//! A candidate of our own.

use std::net::IpAddr;

use super::Candidate;

/// A candidate of our own, and what its foundation comes from.
#[derive(Clone, Copy, Debug)]
pub(super) struct LocalCandidate {
    pub(super) candidate: Candidate,
    /// The number that is its foundation.
    pub(super) foundation: u32,
    /// The STUN server that saw it.
    pub(super) server: Option<IpAddr>,
}
