//! A datagram that another stack sends.

use std::net::SocketAddr;

/// A datagram that another stack sends.
#[derive(Clone, Debug)]
pub struct Outgoing {
    /// From where.
    pub local: SocketAddr,
    /// Where to.
    pub destination: SocketAddr,
    /// Its bytes.
    pub payload: Vec<u8>,
}
