//! The pair that carries data.

use std::net::SocketAddr;

use super::CandidateKind;

/// The pair that carries data.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SelectedPair {
    /// The socket to send from: the base of the local candidate.
    pub local: SocketAddr,
    /// Where to send to.
    pub remote: SocketAddr,
    /// The local candidate: `local` as the peer sees it.
    pub local_candidate: SocketAddr,
    /// The type of the local candidate.
    pub local_kind: CandidateKind,
    /// The type of the remote candidate.
    pub remote_kind: CandidateKind,
    /// Whether it is nominated, RFC 8445 section 8; before that another may still be selected.
    pub is_nominated: bool,
}
