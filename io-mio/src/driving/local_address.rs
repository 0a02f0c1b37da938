//! Changes of the local addresses.

use std::net::SocketAddr;

/// A change of the addresses on which the loop has a UDP socket.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LocalAddress {
    /// A socket is bound to this address: datagrams can be sent from it.
    Added(SocketAddr),
    /// The address or its interface is gone, and so is the socket.
    Removed(SocketAddr),
    /// The addresses that there are at the start have all been named.
    Complete,
}
