//! Where a candidate is.

use std::fmt;
use std::net::IpAddr;

/// The connection address of a candidate, RFC 8839 section 5.1.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum CandidateAddress {
    /// An IPv4 or IPv6 address.
    Ip(IpAddr),
    /// A name to be resolved: of multicast DNS (`….local`), or of DNS. Also an IPv6 address with
    /// a zone, which means nothing on another host.
    Name(String),
}

impl CandidateAddress {
    /// Reads an address; whatever is not an IP address is a name.
    pub fn parse(text: &str) -> CandidateAddress {
        match text.parse() {
            Ok(address) => CandidateAddress::Ip(address),
            Err(_) => CandidateAddress::Name(text.to_owned()),
        }
    }

    /// The IP address, if it is one.
    pub const fn ip(&self) -> Option<IpAddr> {
        match self {
            CandidateAddress::Ip(address) => Some(*address),
            CandidateAddress::Name(_) => None,
        }
    }
}

impl fmt::Display for CandidateAddress {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            CandidateAddress::Ip(address) => address.fmt(f),
            CandidateAddress::Name(name) => f.write_str(name),
        }
    }
}
