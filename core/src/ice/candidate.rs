//! A candidate as the agent keeps it.

use std::net::SocketAddr;

use super::{CandidateKind, CandidateRejection, Foundation, address};
use crate::sdp;

/// A candidate for the one component over UDP, RFC 8445 section 5.1: small, and copied about.
///
/// Converts to and from [`sdp::Candidate`], the form that is signalled.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Candidate {
    /// Equal for candidates that are likely to fare alike, section 5.1.1.3.
    pub foundation: Foundation,
    /// The priority, section 5.1.2; 1 to 2^31 - 1.
    pub priority: u32,
    /// The transport address.
    pub address: SocketAddr,
    /// The type.
    pub kind: CandidateKind,
    /// What it was derived from. For reflexive candidates of our own it is the base.
    pub related: Option<SocketAddr>,
}

impl Candidate {
    /// The address that it is sent from, section 5.1.1: for candidates of our own.
    pub(super) fn base(&self) -> SocketAddr {
        self.related.unwrap_or(self.address)
    }
}

impl From<&Candidate> for sdp::Candidate {
    fn from(candidate: &Candidate) -> sdp::Candidate {
        sdp::Candidate {
            foundation: candidate.foundation.as_str().to_owned(),
            component: 1,
            transport: sdp::CandidateTransport::Udp,
            priority: candidate.priority,
            address: sdp::CandidateAddress::Ip(candidate.address.ip()),
            port: candidate.address.port(),
            kind: candidate.kind.into(),
            related: candidate.related.map(|related| sdp::RelatedAddress {
                address: sdp::CandidateAddress::Ip(related.ip()),
                port: related.port(),
            }),
            extensions: Vec::new(),
        }
    }
}

impl TryFrom<&sdp::Candidate> for Candidate {
    type Error = CandidateRejection;

    fn try_from(candidate: &sdp::Candidate) -> Result<Candidate, CandidateRejection> {
        if candidate.component != 1 {
            return Err(CandidateRejection::Component(candidate.component));
        }
        if candidate.transport != sdp::CandidateTransport::Udp {
            return Err(CandidateRejection::Transport);
        }
        let kind = CandidateKind::try_from(&candidate.kind)?;
        let foundation =
            Foundation::parse(&candidate.foundation).ok_or(CandidateRejection::Foundation)?;
        let address = usable_address(candidate)?;
        let related = candidate.related.as_ref();
        let related = related.and_then(|r| Some(SocketAddr::new(r.address.ip()?, r.port)));
        Ok(Candidate { foundation, priority: candidate.priority, address, kind, related })
    }
}

fn usable_address(candidate: &sdp::Candidate) -> Result<SocketAddr, CandidateRejection> {
    let address = match candidate.address.ip() {
        Some(ip) => SocketAddr::new(ip, candidate.port),
        None if candidate.address.host_name().is_some() && candidate.port != 0 => {
            return Err(CandidateRejection::Name);
        }
        None => return Err(CandidateRejection::Address),
    };
    address::is_usable(address).then_some(address).ok_or(CandidateRejection::Address)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Result<Candidate, CandidateRejection> {
        let candidate: sdp::Candidate = text.parse().expect("a readable candidate");
        Candidate::try_from(&candidate)
    }

    #[test]
    fn signalled_forms_convert_both_ways() {
        for text in [
            "candidate:1 1 udp 2122194687 192.0.2.2 40628 typ host",
            "candidate:a+/ 1 udp 7 2001:db8::7 4 typ srflx raddr fd00::1 rport 9",
            "candidate:9 1 udp 7 192.0.2.9 4 typ relay raddr 0.0.0.0 rport 0",
        ] {
            let candidate = read(text).expect(text);
            assert_eq!(sdp::Candidate::from(&candidate).to_string(), text);
        }
    }

    #[test]
    fn what_cannot_be_used_says_why() {
        let why = |text| read(text).expect_err(text);
        assert_eq!(
            why("candidate:1 2 udp 5 10.0.0.1 5 typ host"),
            CandidateRejection::Component(2)
        );
        let tcp = "candidate:1 1 tcp 5 10.0.0.1 9 typ host tcptype active";
        assert_eq!(why(tcp), CandidateRejection::Transport);
        assert_eq!(why("candidate:1 1 udp 5 ab.local 5 typ host"), CandidateRejection::Name);
        assert_eq!(why("candidate:1 1 udp 5 0.0.0.0 5 typ host"), CandidateRejection::Address);
        for other in
            ["candidate:1 1 udp 5 ab.local 0 typ host", "candidate:1 1 udp 5 ::1%lo 5 typ host"]
        {
            assert_eq!(why(other), CandidateRejection::Address);
        }
        // Nobody is to be asked for the name of a candidate that is of no use.
        let tcp = "candidate:1 1 tcp 5 ab.local 9 typ host tcptype active";
        assert_eq!(why(tcp), CandidateRejection::Transport);
        assert_eq!(
            why("candidate:1 1 ssltcp 5 ab.local 9 typ host"),
            CandidateRejection::Transport
        );
        assert_eq!(why("candidate:1 1 udp 5 ab.local 9 typ new"), CandidateRejection::Kind);
        assert_eq!(why("candidate:1 1 udp 5 10.0.0.1 5 typ new"), CandidateRejection::Kind);
    }
}
