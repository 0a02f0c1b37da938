//! A datagram, or several of equal size, to be sent.

use std::net::SocketAddr;

/// Where and how to send what `poll_transmit` appended to the caller's buffer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Transmit {
    /// The local address to send from: that of a socket the application announced.
    pub local: SocketAddr,
    /// Where to.
    pub destination: SocketAddr,
    /// The two ECN bits to set, RFC 3168.
    pub ecn: u8,
    /// Bytes appended to the buffer.
    pub length: usize,
    /// Where the bytes are several datagrams: the size of each but the last, which may be
    /// shorter. `None` if they are one datagram.
    pub segment_size: Option<usize>,
}
