//! A candidate.

use serde::Serialize;

/// A candidate: `RTCIceCandidateStats`.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct CandidateStatistics {
    /// Its address, without a port.
    pub address: String,
    /// Its port.
    pub port: u16,
    /// `udp`.
    pub protocol: &'static str,
    /// `host`, `srflx`, `prflx` or `relay`.
    pub candidate_type: &'static str,
}
