//! A pair of candidates.

use std::net::SocketAddr;

use super::local_candidate::LocalCandidate;
use super::pair_state::PairState;
use super::remote_candidate::RemoteCandidate;
use super::{Role, RoundTripTime, priority};
use crate::base::Time;

/// A pair of the check list, RFC 8445 section 6.1.2. Reflexive local candidates are pruned to
/// their base from the start (section 6.1.2.4), so `local` is always a host candidate.
#[derive(Clone, Copy, Debug)]
pub(super) struct Pair {
    pub(super) local: SocketAddr,
    pub(super) remote: SocketAddr,
    pub(super) local_priority: u32,
    pub(super) remote_priority: u32,
    pub(super) priority: u64,
    /// The foundations of both candidates.
    pub(super) foundation: (u32, u32),
    pub(super) state: PairState,
    /// Its place in the triggered-check queue, section 6.1.4.1.
    pub(super) triggered: Option<u32>,
    /// When a check of the peer's last called forth ours.
    pub(super) answered: Option<Time>,
    /// An authentic check came from the peer over this pair.
    pub(super) is_heard: bool,
    /// The peer's check had USE-CANDIDATE, whenever our own succeeds.
    pub(super) peer_nominates: bool,
    /// The next check of ours, or the one under way, has USE-CANDIDATE.
    pub(super) is_nominating: bool,
    pub(super) is_nominated: bool,
    /// The local candidate of the valid pair: how the peer sees us.
    pub(super) mapped: SocketAddr,
    /// The last answer to a check (as a lite agent: the last check).
    pub(super) confirmed: Time,
    pub(super) round_trip: Option<RoundTripTime>,
}

impl Pair {
    pub(super) fn new(role: Role, local: &LocalCandidate, remote: &RemoteCandidate) -> Pair {
        let base = local.candidate.address;
        let priorities = (local.candidate.priority, remote.candidate.priority);
        Pair {
            local: base,
            remote: remote.candidate.address,
            local_priority: priorities.0,
            remote_priority: priorities.1,
            priority: priority::pair(role, priorities.0, priorities.1),
            foundation: (local.foundation, remote.foundation),
            state: PairState::Frozen,
            triggered: None,
            answered: None,
            is_heard: false,
            peer_nominates: false,
            is_nominating: false,
            is_nominated: false,
            mapped: base,
            confirmed: Time::ZERO,
            round_trip: None,
        }
    }

    /// Whether a check of it may still succeed.
    pub(super) fn is_unfinished(&self) -> bool {
        matches!(self.state, PairState::Frozen | PairState::Waiting | PairState::InProgress)
    }

    pub(super) fn is_valid(&self) -> bool {
        self.state == PairState::Succeeded
    }

    /// Whether it may make room for a pair of this priority.
    pub(super) fn is_disposable(&self, priority: u64) -> bool {
        !self.is_valid() && (self.state == PairState::Failed || self.priority < priority)
    }

    /// Whether data may come over it: the peer, or its answer to us, was authentic.
    pub(super) fn is_accepted(&self) -> bool {
        self.is_heard || self.is_valid()
    }
}
