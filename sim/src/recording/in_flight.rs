//! Packets between two recorded sessions.

use std::collections::VecDeque;
use std::net::SocketAddr;

use super::{Fingerprint, masking};
use crate::network::Packet;

/// Packets that one session of a recording has sent and another may have received. They are known
/// again by their addresses and by what of them is in the clear.
#[derive(Clone, Debug, Default)]
pub(super) struct InFlight {
    packets: VecDeque<(u64, Packet)>,
}

impl InFlight {
    /// The most packets that are looked for; the oldest, which were lost, make room.
    const MOST: usize = 4_096;

    pub(super) fn send(&mut self, packet: Packet) {
        if self.packets.len() == Self::MOST {
            self.packets.pop_front();
        }
        let key = key(packet.source, packet.destination, &packet.payload);
        self.packets.push_back((key, packet));
    }

    /// Whether a packet that arrives so is one that was sent.
    pub(super) fn has(&self, source: SocketAddr, destination: SocketAddr, payload: &[u8]) -> bool {
        let key = key(source, destination, payload);
        self.packets.iter().any(|(sent, _)| *sent == key)
    }

    /// Takes out the packet that arrives so, if it is one that was sent.
    pub(super) fn receive(
        &mut self,
        source: SocketAddr,
        destination: SocketAddr,
        payload: &[u8],
    ) -> Option<Packet> {
        let key = key(source, destination, payload);
        let place = self.packets.iter().position(|(sent, _)| *sent == key)?;
        self.packets.remove(place).map(|(_, packet)| packet)
    }
}

fn key(source: SocketAddr, destination: SocketAddr, payload: &[u8]) -> u64 {
    let mut hash = Fingerprint::default();
    for address in [source, destination] {
        hash.add(address.to_string().as_bytes());
    }
    hash.add_number(payload.len() as u64);
    masking::of_sent(payload, |range| hash.add(&payload[range]));
    hash.0
}
