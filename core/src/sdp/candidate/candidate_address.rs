//! Where a candidate is.

use std::fmt;
use std::net::IpAddr;

/// The connection address of a candidate, RFC 8839 section 5.1.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum CandidateAddress {
    /// An IPv4 or IPv6 address.
    Ip(IpAddr),
    /// Anything else: a name to be resolved, of multicast DNS (`….local`) or of DNS. Also what is
    /// neither, as an IPv6 address with a zone, which means nothing on another host:
    /// [`CandidateAddress::host_name`] tells them apart.
    Name(String),
}

impl CandidateAddress {
    /// The longest host name, RFC 1035 section 2.3.4 without the dots of the root.
    const LONGEST_NAME: usize = 253;

    /// The longest label of a host name, RFC 1035 section 2.3.4.
    const LONGEST_LABEL: usize = 63;

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

    /// The name, if it is one that a resolver can be asked for: labels of letters, digits, hyphens
    /// and underscores (RFC 1123 section 2.1), of which the last is no number.
    pub fn host_name(&self) -> Option<&str> {
        match self {
            CandidateAddress::Name(name) if is_host_name(name) => Some(name),
            CandidateAddress::Ip(_) | CandidateAddress::Name(_) => None,
        }
    }
}

fn is_host_name(name: &str) -> bool {
    let is_of_label = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_');
    let is_label = |label: &str| {
        (1..=CandidateAddress::LONGEST_LABEL).contains(&label.len())
            && label.bytes().all(is_of_label)
    };
    let is_number = |label: &str| label.bytes().all(|byte| byte.is_ascii_digit());
    name.len() <= CandidateAddress::LONGEST_NAME
        && name.split('.').all(is_label)
        && !name.rsplit('.').next().is_some_and(is_number)
}

impl fmt::Display for CandidateAddress {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            CandidateAddress::Ip(address) => address.fmt(f),
            CandidateAddress::Name(name) => f.write_str(name),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_told_from_what_is_neither_name_nor_address() {
        let uuid = "bea0056a-4810-4c1b-9bd8-2f9e4d1f1e5a.local";
        for name in [uuid, "room", "a_b.example.org", "1.example", &"x".repeat(63)] {
            assert_eq!(CandidateAddress::parse(name).host_name(), Some(name));
        }
        let long = ["x".repeat(63).as_str(); 4].join(".");
        for other in ["", ".", "a..b", "a.", "fe80::1%eth0", "10.0.0.300", "é.local", "a b", &long]
        {
            assert_eq!(CandidateAddress::parse(other).host_name(), None, "{other}");
        }
        assert_eq!(CandidateAddress::parse("10.0.0.3").host_name(), None);
        assert_eq!(CandidateAddress::parse(&"x".repeat(64)).host_name(), None);
    }
}
