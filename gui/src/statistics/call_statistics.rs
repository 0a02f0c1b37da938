//! Everything at one moment.

use serde::Serialize;

use super::{
    CandidatePairStatistics, CandidateStatistics, InboundStatistics, OutboundStatistics,
    RemoteInboundStatistics, TransportStatistics,
};

/// What is measured of a call at one moment. Objects that there are not yet are `null`.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct CallStatistics {
    /// When, in milliseconds since the Unix epoch.
    pub timestamp: f64,
    /// The encrypted path.
    pub transport: Option<TransportStatistics>,
    /// The pair of candidates in use.
    #[serde(rename = "candidate-pair")]
    pub candidate_pair: Option<CandidatePairStatistics>,
    /// The candidate of this side in that pair.
    #[serde(rename = "local-candidate")]
    pub local_candidate: Option<CandidateStatistics>,
    /// The candidate of the other side in that pair.
    #[serde(rename = "remote-candidate")]
    pub remote_candidate: Option<CandidateStatistics>,
    /// The video sent.
    #[serde(rename = "outbound-rtp")]
    pub outbound: Option<OutboundStatistics>,
    /// What the other side says of the video sent.
    #[serde(rename = "remote-inbound-rtp")]
    pub remote_inbound: Option<RemoteInboundStatistics>,
    /// The video received.
    #[serde(rename = "inbound-rtp")]
    pub inbound: Option<InboundStatistics>,
}
