//! A message that came.

use std::net::{IpAddr, SocketAddr};

/// A datagram that came to a socket of multicast DNS.
#[derive(Clone, Copy, Debug)]
pub struct ReceivedMessage<'a> {
    /// The number of the socket.
    pub socket: usize,
    /// Who sent it.
    pub source: SocketAddr,
    /// The local addresses on the link it came from.
    pub link: &'a [IpAddr],
    /// Its payload.
    pub bytes: &'a [u8],
}
