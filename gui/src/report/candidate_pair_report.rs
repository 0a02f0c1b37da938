//! Between which addresses.

use serde::Serialize;

/// The selected candidate pair: each candidate as its type and its address, `host 192.0.2.1:4000`.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct CandidatePairReport {
    /// This side's candidate.
    pub local: String,
    /// The other side's candidate.
    pub remote: String,
}
