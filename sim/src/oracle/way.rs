//! From where to where.

use std::net::SocketAddr;

/// An address of a host and one of another, without IPv6 zones.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Way {
    /// The address of the host itself.
    pub(super) local: SocketAddr,
    /// The other address.
    pub(super) remote: SocketAddr,
}

impl Way {
    pub(super) fn new(local: SocketAddr, remote: SocketAddr) -> Way {
        Way { local: without_zone(local), remote: without_zone(remote) }
    }
}

fn without_zone(address: SocketAddr) -> SocketAddr {
    SocketAddr::new(address.ip(), address.port())
}
