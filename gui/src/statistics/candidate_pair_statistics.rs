//! The pair of candidates in use.

use serde::Serialize;

/// The pair of candidates in use: `RTCIceCandidatePairStats`.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct CandidatePairStatistics {
    /// Whether the controlling side has settled on it.
    pub nominated: bool,
    /// The round-trip time of the last connectivity or consent check, in seconds.
    pub current_round_trip_time: Option<f64>,
    /// Connectivity checks begun, of all pairs.
    pub requests_sent: u64,
    /// Authentic checks received, of all pairs.
    pub requests_received: u64,
    /// Answers sent, of all pairs.
    pub responses_sent: u64,
    /// Authentic answers received, of all pairs.
    pub responses_received: u64,
    /// Consent checks sent, of all pairs.
    pub consent_requests_sent: u64,
}
