//! What is left of the generation before a restart.

use std::net::SocketAddr;

use super::party::Party;
use crate::base::Time;

/// The generation before a restart, as long as its pair carries data or data may still come over
/// it, RFC 8445 section 9.
#[derive(Clone, Debug)]
pub(super) struct PreviousGeneration {
    pub(super) number: u32,
    pub(super) local: Party,
    pub(super) remote: Option<Party>,
    /// Its selected pair, local then remote.
    pub(super) pair: (SocketAddr, SocketAddr),
    /// When it is forgotten: set once another pair carries data.
    pub(super) retire_at: Option<Time>,
}
