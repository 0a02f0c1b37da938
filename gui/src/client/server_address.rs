//! Where a signalling server is.

use std::net::SocketAddr;

use roomrtc_io_mio::StreamSecurity;

/// Where a signalling server is, and how it is reached.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ServerAddress {
    /// Its address.
    pub address: SocketAddr,
    /// How the connection to it is protected.
    pub security: StreamSecurity,
}
