//! What our transport is to say of itself.

use std::time::Duration;

use super::IceCredentials;
use crate::sdp::{Candidate, CandidateKind, CandidateTransport, Fingerprint};

/// What our side's ICE and DTLS put into a description.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LocalTransport {
    /// Our ICE credentials. An offer that restarts ICE, and the answer to one, carry new ones.
    pub credentials: IceCredentials,
    /// Whether our agent is a lite one.
    pub is_lite: bool,
    /// The pacing that our agent proposes, RFC 8839 section 5.8; written in whole milliseconds.
    /// A peer takes one that is not written for 50 ms.
    pub pacing: Option<Duration>,
    /// The candidates known so far, in the order to write them.
    pub candidates: Vec<Candidate>,
    /// Whether no more of them will follow.
    pub has_end_of_candidates: bool,
    /// The fingerprints of our certificate.
    pub fingerprints: Vec<Fingerprint>,
}

impl LocalTransport {
    /// The value of the `c=` line and the port of the `m=` line: those of the candidate most
    /// likely to work, relayed before server-reflexive before host (RFC 8839 section 4.2.1.2), or
    /// none that can be reached (RFC 8838 section 4.1).
    pub(super) fn default_destination(&self) -> (String, u16) {
        let usable = self.candidates.iter().filter(|candidate| {
            candidate.component == 1 && candidate.transport == CandidateTransport::Udp
        });
        let best =
            usable.filter_map(|candidate| Some((candidate, candidate.address.ip()?))).max_by_key(
                |(candidate, ip)| (rank(&candidate.kind), ip.is_ipv4(), candidate.priority),
            );
        match best {
            Some((candidate, ip)) if ip.is_ipv4() => (format!("IN IP4 {ip}"), candidate.port),
            Some((candidate, ip)) => (format!("IN IP6 {ip}"), candidate.port),
            None => ("IN IP4 0.0.0.0".to_owned(), 9),
        }
    }
}

fn rank(kind: &CandidateKind) -> u8 {
    match kind {
        CandidateKind::Relayed => 2,
        CandidateKind::ServerReflexive => 1,
        _ => 0,
    }
}
