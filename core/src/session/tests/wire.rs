//! A datagram under way.

use std::net::SocketAddr;

use crate::base::Time;

/// A datagram under way to a side.
#[derive(Clone, Debug)]
pub(super) struct Wire {
    pub(super) due: Time,
    pub(super) to: usize,
    pub(super) local: SocketAddr,
    pub(super) remote: SocketAddr,
    pub(super) payload: Vec<u8>,
}
