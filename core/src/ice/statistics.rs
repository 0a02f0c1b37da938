//! What an agent counts.

use std::collections::BTreeMap;

use super::{CandidateRejection, DropReason};

/// What an agent has counted since it began.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Statistics {
    /// Connectivity checks begun, retransmissions aside.
    pub checks_sent: u64,
    /// Checks and STUN requests sent again.
    pub retransmissions_sent: u64,
    /// Consent checks sent, RFC 7675.
    pub consent_checks_sent: u64,
    /// Authentic requests received: checks and the peer's consent checks.
    pub checks_received: u64,
    /// Answers sent, refusals included.
    pub responses_sent: u64,
    /// Authentic success responses received, those to consent checks included.
    pub responses_received: u64,
    /// Authentic error responses received.
    pub errors_received: u64,
    /// Keepalive indications received.
    pub indications_received: u64,
    /// Remote candidates that were of no use: see [`super::CandidateRejection`].
    pub candidates_rejected: u64,
    /// Remote candidates with a name, which were given out to be resolved.
    pub candidates_unresolved: u64,
    rejected: BTreeMap<&'static str, u64>,
    dropped: [u64; DropReason::ALL.len()],
}

impl Statistics {
    /// Datagrams that had no effect for this reason.
    pub fn dropped(&self, reason: DropReason) -> u64 {
        self.dropped[reason as usize]
    }

    /// Remote candidates that were of no use, by [`CandidateRejection::name`]; only those that
    /// occurred.
    pub fn rejected(&self) -> &BTreeMap<&'static str, u64> {
        &self.rejected
    }

    pub(super) fn count_rejection(&mut self, rejection: CandidateRejection, count: u64) {
        if count > 0 {
            self.candidates_rejected += count;
            *self.rejected.entry(rejection.name()).or_default() += count;
        }
    }

    pub(super) fn count_drop(&mut self, reason: DropReason) {
        self.dropped[reason as usize] += 1;
    }
}
