//! Asking one server from one address.

use std::net::SocketAddr;

use super::query_phase::QueryPhase;

/// A STUN server asked from one host candidate for a server-reflexive one.
#[derive(Clone, Debug)]
pub(super) struct ServerQuery {
    pub(super) base: SocketAddr,
    pub(super) server: SocketAddr,
    pub(super) phase: QueryPhase,
    /// Whether it has never been answered: gathering waits for it.
    pub(super) is_first: bool,
}
