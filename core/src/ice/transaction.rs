//! A request of ours that is open.

use std::net::SocketAddr;

use super::purpose::Purpose;
use super::{Role, address};
use crate::stun::{Retransmission, TransactionId};

/// A Binding request to the peer that may still be answered.
#[derive(Clone, Copy, Debug)]
pub(super) struct Transaction {
    pub(super) id: TransactionId,
    pub(super) local: SocketAddr,
    pub(super) remote: SocketAddr,
    /// The generation whose credentials it has.
    pub(super) generation: u32,
    pub(super) purpose: Purpose,
    /// The role it claims.
    pub(super) role: Role,
    /// Its PRIORITY.
    pub(super) priority: u32,
    pub(super) schedule: Retransmission,
    /// Whether it is to be written by the next `poll_transmit`.
    pub(super) is_pending: bool,
}

impl Transaction {
    /// Whether it is a check (not for consent) of this pair.
    pub(super) fn checks(&self, local: SocketAddr, remote: SocketAddr) -> bool {
        self.purpose != Purpose::Consent && self.is_between(local, remote)
    }

    pub(super) fn is_between(&self, local: SocketAddr, remote: SocketAddr) -> bool {
        address::is_same(self.local, local) && address::is_same(self.remote, remote)
    }
}
