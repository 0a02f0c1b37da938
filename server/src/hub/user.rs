//! A user in the hub.

use std::collections::BTreeSet;
use std::net::IpAddr;
use std::sync::Arc;

use roomrtc_core::signaling::{CallEndReason, CallNumber, UserState};

use super::{CallId, ConnectionId};

/// An account or a guest, and where it is.
#[derive(Clone, Debug, Default)]
pub(super) struct User {
    /// The one connection it is logged in on.
    pub(super) connection: Option<ConnectionId>,
    /// The one call it is in, ringing included.
    pub(super) call: Option<CallId>,
    /// The number of its last change of presence; none of a guest.
    pub(super) changed: Option<u64>,
    /// Who invited it, if it is a guest.
    pub(super) inviter: Option<Arc<str>>,
    /// The name it goes by, if it is a guest.
    pub(super) guest_name: Option<String>,
    /// Its guests that are there.
    pub(super) guests: BTreeSet<Arc<str>>,
    /// The call that ended, and why, while its own connection was lost.
    pub(super) last_word: Option<(CallNumber, CallEndReason)>,
    /// The addresses it has logged in from, newest last.
    pub(super) addresses: Vec<IpAddr>,
}

impl User {
    /// Most addresses that are remembered of a user.
    const MAX_ADDRESSES: usize = 4;

    /// A user whose call waits for its connection is busy.
    pub(super) const fn state(&self) -> UserState {
        match (self.connection, self.call) {
            (_, Some(_)) => UserState::Busy,
            (None, None) => UserState::Offline,
            (Some(_), None) => UserState::Available,
        }
    }

    /// Whether it has logged in from there before.
    pub(super) fn knows(&self, address: IpAddr) -> bool {
        self.addresses.contains(&address)
    }

    /// It has logged in from there.
    pub(super) fn remember(&mut self, address: IpAddr) {
        self.addresses.retain(|known| *known != address);
        if self.addresses.len() == User::MAX_ADDRESSES {
            self.addresses.remove(0);
        }
        self.addresses.push(address);
    }
}
