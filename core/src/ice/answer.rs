//! An answer that is to be sent.

use std::net::SocketAddr;

use super::outcome::Outcome;
use crate::stun::TransactionId;

/// An answer that waits for `poll_transmit`.
#[derive(Clone, Copy, Debug)]
pub(super) struct Answer {
    pub(super) id: TransactionId,
    pub(super) local: SocketAddr,
    /// Where the request came from, zone included: the answer goes back there.
    pub(super) remote: SocketAddr,
    /// The generation whose local password signs it.
    pub(super) generation: u32,
    pub(super) outcome: Outcome,
}
