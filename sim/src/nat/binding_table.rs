//! All bindings of a translator.

use std::collections::BTreeMap;
use std::net::SocketAddr;

use roomrtc_core::base::Time;

use super::binding::Binding;
use super::scope::Scope;

/// All bindings of a translator, found from either side.
#[derive(Clone, Debug, Default)]
pub(super) struct BindingTable {
    by_external: BTreeMap<SocketAddr, Binding>,
    by_internal: BTreeMap<(SocketAddr, Scope), SocketAddr>,
}

impl BindingTable {
    pub(super) fn len(&self) -> usize {
        self.by_external.len()
    }

    pub(super) fn clear(&mut self) {
        self.by_external.clear();
        self.by_internal.clear();
    }

    /// The external endpoint of an internal one, if it was refreshed since `since`. One that was
    /// not is forgotten.
    pub(super) fn external(
        &mut self,
        internal: SocketAddr,
        scope: Scope,
        since: Option<Time>,
    ) -> Option<SocketAddr> {
        let external = *self.by_internal.get(&(internal, scope))?;
        self.binding(external, since).map(|_| external)
    }

    /// The binding of an external endpoint, if it was refreshed since `since`. One that was not is
    /// forgotten.
    pub(super) fn binding(
        &mut self,
        external: SocketAddr,
        since: Option<Time>,
    ) -> Option<&mut Binding> {
        if !self.by_external.get(&external)?.is_alive(since) {
            self.remove(external);
        }
        self.by_external.get_mut(&external)
    }

    pub(super) fn insert(&mut self, external: SocketAddr, binding: Binding) {
        self.remove(external);
        self.by_internal.insert((binding.internal, binding.scope), external);
        self.by_external.insert(external, binding);
    }

    pub(super) fn remove(&mut self, external: SocketAddr) {
        if let Some(gone) = self.by_external.remove(&external) {
            self.by_internal.remove(&(gone.internal, gone.scope));
        }
    }

    /// Forgets all that was not refreshed since `since`.
    pub(super) fn purge(&mut self, since: Option<Time>) {
        self.by_external.retain(|_, binding| binding.is_alive(since));
        self.by_internal.retain(|_, external| self.by_external.contains_key(external));
    }
}
