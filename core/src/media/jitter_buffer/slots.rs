//! The ring of packets.

use super::Slot;

/// The first size of the ring.
const FEWEST: usize = 64;

/// Packets by extended sequence number, in a ring that grows up to a bound.
#[derive(Clone, Debug, Default)]
pub(super) struct Slots {
    ring: Vec<Option<(u64, Slot)>>,
    packets: usize,
    bytes: usize,
}

impl Slots {
    pub(super) const fn new() -> Slots {
        Slots { ring: Vec::new(), packets: 0, bytes: 0 }
    }

    /// Packets held.
    pub(super) fn packets(&self) -> usize {
        self.packets
    }

    /// Bytes of the packets held.
    pub(super) fn bytes(&self) -> usize {
        self.bytes
    }

    fn index(&self, sequence: u64) -> usize {
        sequence as usize & self.ring.len().wrapping_sub(1)
    }

    pub(super) fn slot(&self, sequence: u64) -> Option<&Slot> {
        let (own, slot) = self.ring.get(self.index(sequence))?.as_ref()?;
        (*own == sequence).then_some(slot)
    }

    /// Puts a packet in its place. All packets held are to lie within `span` numbers, which
    /// includes this one.
    pub(super) fn insert(&mut self, sequence: u64, span: usize, slot: Slot) {
        if span > self.ring.len() {
            self.grow(span);
        }
        self.packets += 1;
        self.bytes += slot.packet.len();
        let index = self.index(sequence);
        self.ring[index] = Some((sequence, slot));
    }

    pub(super) fn remove(&mut self, sequence: u64) -> Option<Slot> {
        let index = self.index(sequence);
        let place = self.ring.get_mut(index)?;
        if place.as_ref()?.0 != sequence {
            return None;
        }
        let (_, slot) = place.take()?;
        self.packets -= 1;
        self.bytes -= slot.packet.len();
        Some(slot)
    }

    fn grow(&mut self, span: usize) {
        let size = span.next_power_of_two().max(FEWEST);
        let mut ring = Vec::new();
        ring.resize_with(size, || None);
        let old = std::mem::replace(&mut self.ring, ring);
        for (sequence, slot) in old.into_iter().flatten() {
            let index = self.index(sequence);
            self.ring[index] = Some((sequence, slot));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn slot(length: usize) -> Slot {
        Slot { packet: vec![0; length], ..Slot::default() }
    }

    #[test]
    fn growing_keeps_what_is_held() {
        let mut slots = Slots::new();
        assert!(slots.slot(5).is_none() && slots.remove(5).is_none());
        slots.insert(1_000, 1, slot(10));
        slots.insert(1_063, 64, slot(20));
        slots.insert(1_100, 101, slot(30));
        assert_eq!((slots.packets(), slots.bytes()), (3, 60));
        let length = |sequence| slots.slot(sequence).map(|slot| slot.packet.len());
        assert_eq!([1_000, 1_063, 1_100].map(length), [Some(10), Some(20), Some(30)]);
        assert_eq!(length(1_000 + 128), None);
        assert_eq!(slots.remove(1_063).map(|slot| slot.packet.len()), Some(20));
        assert_eq!((slots.packets(), slots.bytes()), (2, 40));
    }
}
