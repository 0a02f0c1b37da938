//! All UDP sockets of a loop.

use std::net::SocketAddr;

use super::UdpEndpoint;

/// Most sockets a loop opens: a machine with more addresses than this uses the first.
pub(crate) const MOST_SOCKETS: usize = 16;

/// UDP sockets in slots: the slot is the socket's token in the poll.
#[derive(Debug, Default)]
pub(crate) struct UdpSockets {
    slots: Vec<Option<UdpEndpoint>>,
}

impl UdpSockets {
    /// The socket in a slot.
    pub(crate) fn in_slot(&mut self, slot: usize) -> Option<&mut UdpEndpoint> {
        self.slots.get_mut(slot)?.as_mut()
    }

    /// The socket bound to an address.
    pub(crate) fn bound_to(&mut self, local: SocketAddr) -> Option<&mut UdpEndpoint> {
        self.iter_mut().find(|endpoint| endpoint.local() == local)
    }

    /// Every socket.
    pub(crate) fn iter_mut(&mut self) -> impl Iterator<Item = &mut UdpEndpoint> {
        self.slots.iter_mut().flatten()
    }

    /// The addresses of every socket.
    pub(crate) fn locals(&self) -> impl Iterator<Item = SocketAddr> + '_ {
        self.slots.iter().flatten().map(UdpEndpoint::local)
    }

    /// A slot for one more socket, if there may be one more.
    pub(crate) fn free_slot(&self) -> Option<usize> {
        let free = self.slots.iter().position(Option::is_none).unwrap_or(self.slots.len());
        (free < MOST_SOCKETS).then_some(free)
    }

    /// Puts a socket in a slot.
    pub(crate) fn insert(&mut self, slot: usize, endpoint: UdpEndpoint) {
        if slot >= self.slots.len() {
            self.slots.resize_with(slot + 1, || None);
        }
        self.slots[slot] = Some(endpoint);
    }

    /// Takes the socket with this address out.
    pub(crate) fn remove(&mut self, local: SocketAddr) -> Option<UdpEndpoint> {
        let is_it = |slot: &&mut Option<UdpEndpoint>| {
            slot.as_ref().is_some_and(|endpoint| endpoint.local() == local)
        };
        self.slots.iter_mut().find(is_it)?.take()
    }
}
