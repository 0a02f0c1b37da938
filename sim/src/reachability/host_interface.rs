//! An interface of a host.

use super::Place;

/// An interface of a host, with one address: a host candidate.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct HostInterface {
    /// Where it is attached.
    pub place: Place,
    /// Whether its address is of IPv6.
    pub is_ipv6: bool,
    /// Whether its host asks a STUN server from it, which is in the internet and answers.
    pub asks_server: bool,
}

impl HostInterface {
    /// An interface with an IPv4 address that a STUN server is asked from.
    pub const fn at(place: Place) -> HostInterface {
        HostInterface { place, is_ipv6: false, asks_server: true }
    }
}
