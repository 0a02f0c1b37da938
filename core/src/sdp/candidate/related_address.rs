//! What a candidate was derived from.

use super::CandidateAddress;

/// The address a candidate was derived from, `raddr` and `rport` of RFC 8839 section 5.1: for
/// diagnostics only.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct RelatedAddress {
    /// The address; `0.0.0.0` or `::` where it is kept private.
    pub address: CandidateAddress,
    /// The port; 0 or 9 where it is kept private.
    pub port: u16,
}
