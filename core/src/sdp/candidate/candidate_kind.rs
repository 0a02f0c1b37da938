//! Types of candidate.

use std::fmt;

/// The type of a candidate, RFC 8445 section 5.1.1 and RFC 8839 section 5.1.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum CandidateKind {
    /// `host`: an address of an interface.
    Host,
    /// `srflx`: the address that a STUN server saw.
    ServerReflexive,
    /// `prflx`: the address that the peer saw.
    PeerReflexive,
    /// `relay`: an address of a TURN server.
    Relayed,
    /// A type that is not known here; such candidates are to be ignored.
    Other(String),
}

impl CandidateKind {
    /// Reads a type.
    pub fn parse(text: &str) -> CandidateKind {
        [Self::Host, Self::ServerReflexive, Self::PeerReflexive, Self::Relayed]
            .into_iter()
            .find(|kind| kind.as_str().eq_ignore_ascii_case(text))
            .unwrap_or_else(|| CandidateKind::Other(text.to_owned()))
    }

    /// The type as it is written.
    pub fn as_str(&self) -> &str {
        match self {
            CandidateKind::Host => "host",
            CandidateKind::ServerReflexive => "srflx",
            CandidateKind::PeerReflexive => "prflx",
            CandidateKind::Relayed => "relay",
            CandidateKind::Other(name) => name,
        }
    }
}

impl fmt::Display for CandidateKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}
