//! Transports of candidates.

use std::fmt;

/// The transport protocol of a candidate, RFC 8839 section 5.1 and RFC 6544 section 4.5.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum CandidateTransport {
    /// `udp`.
    Udp,
    /// `tcp`.
    Tcp,
    /// A transport that is not known here.
    Other(String),
}

impl CandidateTransport {
    /// Reads a transport, in upper or lower case.
    pub fn parse(text: &str) -> CandidateTransport {
        [CandidateTransport::Udp, CandidateTransport::Tcp]
            .into_iter()
            .find(|transport| transport.as_str().eq_ignore_ascii_case(text))
            .unwrap_or_else(|| CandidateTransport::Other(text.to_owned()))
    }

    /// The transport as it is written here: in lower case, as browsers do.
    pub fn as_str(&self) -> &str {
        match self {
            CandidateTransport::Udp => "udp",
            CandidateTransport::Tcp => "tcp",
            CandidateTransport::Other(name) => name,
        }
    }
}

impl fmt::Display for CandidateTransport {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}
