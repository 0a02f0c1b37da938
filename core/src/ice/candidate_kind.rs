//! Types of candidates.

use super::CandidateRejection;
use crate::sdp;

/// The type of a candidate, RFC 8445 section 5.1.1.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum CandidateKind {
    /// An address of an interface.
    Host,
    /// The address that a STUN server saw.
    ServerReflexive,
    /// The address that the peer saw.
    PeerReflexive,
    /// An address of a TURN server.
    Relayed,
}

impl CandidateKind {
    /// The recommended type preference, RFC 8445 section 5.1.2.2.
    pub const fn type_preference(self) -> u8 {
        match self {
            CandidateKind::Host => 126,
            CandidateKind::PeerReflexive => 110,
            CandidateKind::ServerReflexive => 100,
            CandidateKind::Relayed => 0,
        }
    }
}

impl From<CandidateKind> for sdp::CandidateKind {
    fn from(kind: CandidateKind) -> sdp::CandidateKind {
        match kind {
            CandidateKind::Host => sdp::CandidateKind::Host,
            CandidateKind::ServerReflexive => sdp::CandidateKind::ServerReflexive,
            CandidateKind::PeerReflexive => sdp::CandidateKind::PeerReflexive,
            CandidateKind::Relayed => sdp::CandidateKind::Relayed,
        }
    }
}

impl TryFrom<&sdp::CandidateKind> for CandidateKind {
    type Error = CandidateRejection;

    fn try_from(kind: &sdp::CandidateKind) -> Result<CandidateKind, CandidateRejection> {
        match kind {
            sdp::CandidateKind::Host => Ok(CandidateKind::Host),
            sdp::CandidateKind::ServerReflexive => Ok(CandidateKind::ServerReflexive),
            sdp::CandidateKind::PeerReflexive => Ok(CandidateKind::PeerReflexive),
            sdp::CandidateKind::Relayed => Ok(CandidateKind::Relayed),
            sdp::CandidateKind::Other(_) => Err(CandidateRejection::Kind),
        }
    }
}
