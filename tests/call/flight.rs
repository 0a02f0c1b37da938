//! A datagram on its way.

use std::net::SocketAddr;

use roomrtc_core::base::Time;

/// A datagram on its way to one of the two sides.
#[derive(Clone, Debug)]
pub(crate) struct Flight {
    pub(crate) due: Time,
    pub(crate) to: usize,
    pub(crate) local: SocketAddr,
    pub(crate) remote: SocketAddr,
    pub(crate) payload: Vec<u8>,
}
