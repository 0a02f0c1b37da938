//! A check of the peer's that comes before its credentials.

use std::net::SocketAddr;

/// An authentic check for credentials that we have offered. It may overtake the answer to the offer,
/// and counts once that has come: RFC 8445 section 7.3.
#[derive(Clone, Copy, Debug)]
pub(super) struct HeardCheck {
    pub(super) local: SocketAddr,
    pub(super) remote: SocketAddr,
    /// Its PRIORITY.
    pub(super) priority: Option<u32>,
    /// Whether it had USE-CANDIDATE.
    pub(super) nominates: bool,
}
