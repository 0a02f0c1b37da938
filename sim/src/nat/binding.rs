//! A mapping and what may come in through it.

use std::collections::BTreeMap;
use std::net::SocketAddr;

use roomrtc_core::base::Time;

use super::Dependence;
use super::scope::Scope;

/// Remote endpoints remembered of one binding; the one heard of least recently makes room.
const MOST_REMOTES: usize = 256;

/// An external endpoint in use.
#[derive(Clone, Debug)]
pub(super) struct Binding {
    /// Whose it is.
    pub(super) internal: SocketAddr,
    pub(super) scope: Scope,
    /// When it was refreshed last.
    refreshed: Time,
    /// Where packets went, and when each was refreshed last.
    remotes: BTreeMap<SocketAddr, Time>,
}

impl Binding {
    pub(super) fn new(now: Time, internal: SocketAddr, scope: Scope) -> Binding {
        Binding { internal, scope, refreshed: now, remotes: BTreeMap::new() }
    }

    /// Whether it was refreshed since `since`.
    pub(super) fn is_alive(&self, since: Option<Time>) -> bool {
        is_fresh(self.refreshed, since)
    }

    /// A packet goes out to `remote`.
    pub(super) fn refresh(&mut self, now: Time, remote: SocketAddr) {
        self.refreshed = now;
        if self.remotes.len() >= MOST_REMOTES && !self.remotes.contains_key(&remote) {
            let oldest = self.remotes.iter().min_by_key(|(_, at)| **at).map(|(remote, _)| *remote);
            oldest.map(|remote| self.remotes.remove(&remote));
        }
        self.remotes.insert(remote, now);
    }

    /// A packet came in from `remote`, and counts as a sign of life.
    pub(super) fn refresh_inbound(&mut self, now: Time, remote: SocketAddr) {
        self.refreshed = now;
        if let Some(at) = self.remotes.get_mut(&remote) {
            *at = now;
        }
    }

    /// Whether a packet from `remote` may come in, by what was refreshed since `since`.
    pub(super) fn admits(
        &self,
        filtering: Dependence,
        remote: SocketAddr,
        since: Option<Time>,
    ) -> bool {
        match filtering {
            Dependence::EndpointIndependent => true,
            Dependence::AddressDependent => {
                let mut same = self.remotes.iter().filter(|(known, _)| known.ip() == remote.ip());
                same.any(|(_, at)| is_fresh(*at, since))
            }
            Dependence::AddressAndPortDependent => {
                self.remotes.get(&remote).is_some_and(|at| is_fresh(*at, since))
            }
        }
    }
}

/// Whether something of `at` is younger than `since`; before there is such a time all is.
fn is_fresh(at: Time, since: Option<Time>) -> bool {
    since.is_none_or(|since| at > since)
}
