//! A host's place in the network.

use std::net::SocketAddr;

/// An interface of a host and its two pipes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Interface {
    /// The address of the one socket that is bound to it.
    pub address: SocketAddr,
    /// The pipe of what the host sends.
    pub up: usize,
    /// The pipe of what comes to it.
    pub down: usize,
    /// The segment it hangs on.
    pub(super) segment: usize,
    /// The NATs before it, the nearest first.
    pub nats: Vec<usize>,
    /// Whether it is there: an interface can go away.
    pub is_up: bool,
}
