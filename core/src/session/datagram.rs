//! A received datagram.

use std::net::SocketAddr;

/// A datagram as a socket received it.
#[derive(Clone, Copy, Debug)]
pub struct Datagram<'a> {
    /// The local address it came to: the address of the socket's interface, never a wildcard.
    pub local: SocketAddr,
    /// Where it came from.
    pub remote: SocketAddr,
    /// The two ECN bits of the IP header, RFC 3168; 0 where unknown.
    pub ecn: u8,
    /// Its bytes.
    pub payload: &'a [u8],
}
