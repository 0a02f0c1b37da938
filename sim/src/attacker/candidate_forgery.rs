//! Candidates that are nobody's.

use std::net::SocketAddr;

use roomrtc_core::sdp::{Candidate, CandidateAddress, CandidateKind, CandidateTransport};
use roomrtc_core::session::CandidateInit;
use serde::{Deserialize, Serialize};

/// Candidates put into the signalling: they name a victim, or many addresses.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct CandidateForgery {
    /// The addresses, in turn; the port is the first that is used.
    pub addresses: Vec<SocketAddr>,
    /// How many ports of each address are named, from its own on.
    #[serde(default = "one")]
    pub ports: u16,
    /// The priority of all: that of the best host candidate by default, so that they are checked
    /// first.
    #[serde(default = "highest")]
    pub priority: u32,
}

impl CandidateForgery {
    /// How many there are.
    pub fn count(&self) -> u64 {
        self.addresses.len() as u64 * u64::from(self.ports)
    }

    /// The candidate of this ordinal: all addresses with their first port, then with the next.
    pub fn candidate(&self, ordinal: u64) -> Option<CandidateInit> {
        let addresses = self.addresses.len() as u64;
        let address = self.addresses.get(usize::try_from(ordinal.checked_rem(addresses)?).ok()?)?;
        let step = u16::try_from(ordinal / addresses).ok().filter(|step| *step < self.ports)?;
        let candidate = Candidate {
            foundation: format!("f{ordinal}"),
            component: 1,
            transport: CandidateTransport::Udp,
            priority: self.priority,
            address: CandidateAddress::Ip(address.ip()),
            port: address.port().wrapping_add(step),
            kind: CandidateKind::Host,
            related: None,
            extensions: Vec::new(),
        };
        Some(CandidateInit {
            candidate: candidate.to_string(),
            sdp_mid: Some("0".to_owned()),
            sdp_mline_index: Some(0),
            username_fragment: None,
        })
    }
}

const fn one() -> u16 {
    1
}

const fn highest() -> u32 {
    0x7eff_ffff
}
