//! The sockets of all links.

use std::net::IpAddr;

use mio::{Registry, Token};

use super::{MulticastSocket, Way};
use crate::InterfaceAddress;

/// Most sockets: a machine with more links than this uses the first.
pub(crate) const MOST_MULTICAST_SOCKETS: usize = 16;

/// Sockets in slots: the slot is the socket's token in the poll.
#[derive(Debug, Default)]
pub(crate) struct MulticastSockets {
    slots: Vec<Option<MulticastSocket>>,
    /// Why the last one that failed could not be opened.
    fault: Option<String>,
}

impl MulticastSockets {
    /// Sees to it that the link of a local address has a socket; `token` gives that of a slot.
    pub(crate) fn follow(
        &mut self,
        registry: &Registry,
        address: InterfaceAddress,
        token: impl FnOnce(usize) -> Token,
    ) {
        for socket in self.slots.iter_mut().flatten() {
            if socket.interface == address.interface && !socket.link.contains(&address.ip) {
                socket.link.push(address.ip);
            }
        }
        let slot = self.slots.iter().position(Option::is_none).unwrap_or(self.slots.len());
        let is_served = self.iter().any(|socket| socket.serves(address));
        if is_served || slot >= MOST_MULTICAST_SOCKETS {
            return;
        }
        match MulticastSocket::open(registry, address, token(slot)) {
            Ok(mut socket) => {
                let others = self.iter().filter(|other| other.interface == socket.interface);
                socket.link.extend(others.flat_map(|other| other.link.iter().copied()));
                socket.link.sort();
                socket.link.dedup();
                self.insert(slot, socket);
            }
            Err(error) => {
                tracing::debug!(ip = %address.ip, %error, "no multicast");
                self.fault = Some(format!("{}: {error}", address.ip));
            }
        }
    }

    fn insert(&mut self, slot: usize, socket: MulticastSocket) {
        if slot >= self.slots.len() {
            self.slots.resize_with(slot + 1, || None);
        }
        self.slots[slot] = Some(socket);
    }

    /// A local address is gone; a link without any has no use for a socket.
    pub(crate) fn forget(&mut self, registry: &Registry, ip: IpAddr) {
        for slot in &mut self.slots {
            if let Some(socket) = slot {
                socket.link.retain(|other| *other != ip);
                if socket.link.is_empty() {
                    socket.close(registry);
                    *slot = None;
                }
            }
        }
    }

    /// The socket in a slot.
    pub(crate) fn in_slot(&mut self, slot: usize) -> Option<&mut MulticastSocket> {
        self.slots.get_mut(slot)?.as_mut()
    }

    /// Every socket.
    pub(crate) fn iter(&self) -> impl Iterator<Item = &MulticastSocket> {
        self.slots.iter().flatten()
    }

    /// Why there is none at all, if there is none.
    pub(crate) fn fault(&self) -> Option<String> {
        let reason = || self.fault.clone().unwrap_or_else(|| "there is no interface".to_owned());
        self.iter().next().is_none().then(reason)
    }

    /// How many sockets a message was sent from.
    pub(crate) fn send(&self, way: Way, bytes: &[u8]) -> usize {
        match way {
            Way::EveryLink => self.iter().filter(|socket| socket.send_to_group(bytes)).count(),
            Way::LinkOf(ip) => {
                let of_link = self.iter().filter(|socket| socket.link.contains(&ip));
                of_link.filter(|socket| socket.send_to_group(bytes)).count()
            }
            Way::Back { socket, to } => {
                let socket = self.slots.get(socket).and_then(Option::as_ref);
                usize::from(socket.is_some_and(|socket| socket.send(to, bytes)))
            }
        }
    }

    /// The local addresses on the link of a slot.
    pub(crate) fn link(&self, slot: usize) -> &[IpAddr] {
        self.slots.get(slot).and_then(Option::as_ref).map_or(&[], |socket| &socket.link)
    }
}
