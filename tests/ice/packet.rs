//! A datagram under way.

use std::net::SocketAddr;

use roomrtc_core::base::Time;

/// A datagram as an agent sent it, before any NAT.
#[derive(Clone, Debug)]
pub(super) struct Packet {
    /// Which agent sent it.
    pub(super) sender: usize,
    /// Its place among all datagrams sent so far.
    pub(super) number: usize,
    /// When it was sent.
    pub(super) at: Time,
    pub(super) from: SocketAddr,
    pub(super) to: SocketAddr,
    pub(super) bytes: Vec<u8>,
}
