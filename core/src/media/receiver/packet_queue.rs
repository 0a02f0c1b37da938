//! Packets delivered as they arrive.

use std::collections::VecDeque;

use crate::media::ReceivedPacket;
use crate::media::packet_pool::PacketPool;

/// Packets that arrived and were not fetched yet, bounded; the oldest makes room.
#[derive(Clone, Debug, Default)]
pub(super) struct PacketQueue {
    packets: VecDeque<(ReceivedPacket, Vec<u8>)>,
    bytes: usize,
}

impl PacketQueue {
    pub(super) const fn new() -> PacketQueue {
        PacketQueue { packets: VecDeque::new(), bytes: 0 }
    }

    /// Adds a packet; how many others had to make room for it.
    pub(super) fn push(
        &mut self,
        received: ReceivedPacket,
        packet: Vec<u8>,
        most: (usize, usize),
        pool: &mut PacketPool,
    ) -> u32 {
        self.bytes += packet.len();
        self.packets.push_back((received, packet));
        let mut dropped = 0;
        while self.packets.len() > most.0.max(1) || self.packets.len() > 1 && self.bytes > most.1 {
            let Some((_, packet)) = self.pop() else { break };
            pool.put(packet);
            dropped += 1;
        }
        dropped
    }

    /// The oldest packet.
    pub(super) fn pop(&mut self) -> Option<(ReceivedPacket, Vec<u8>)> {
        let (received, packet) = self.packets.pop_front()?;
        self.bytes -= packet.len();
        Some((received, packet))
    }

    /// Packets and bytes held.
    pub(super) fn held(&self) -> (usize, usize) {
        (self.packets.len(), self.bytes)
    }
}
