//! Buffers that are used again.

/// Buffers of packets that were consumed, to be handed out for those that come.
#[derive(Clone, Debug, Default)]
pub(super) struct PacketPool {
    free: Vec<Vec<u8>>,
}

/// The most buffers kept.
const MOST: usize = 512;

/// The largest buffer kept or taken over, in bytes: a packet's, not a batch's.
const LARGEST: usize = 4_096;

/// The capacity of a buffer made anew: a packet of the usual path size.
const CAPACITY: usize = 1_536;

impl PacketPool {
    pub(super) const fn new() -> PacketPool {
        PacketPool { free: Vec::new() }
    }

    /// Takes the content of `packet`, in whose place an empty buffer is left.
    pub(super) fn exchange(&mut self, packet: &mut Vec<u8>) -> Vec<u8> {
        let mut other = self.free.pop().unwrap_or_else(|| Vec::with_capacity(CAPACITY));
        if packet.capacity() <= LARGEST {
            std::mem::swap(packet, &mut other);
        } else {
            other.extend_from_slice(packet);
            packet.clear();
        }
        other
    }

    /// A copy of `packet` in a buffer of the pool's.
    pub(super) fn copy(&mut self, packet: &[u8]) -> Vec<u8> {
        let mut buffer = self.free.pop().unwrap_or_else(|| Vec::with_capacity(CAPACITY));
        buffer.extend_from_slice(packet);
        buffer
    }

    /// Takes back a buffer.
    pub(super) fn put(&mut self, mut buffer: Vec<u8>) {
        if self.free.len() < MOST && (1..=LARGEST).contains(&buffer.capacity()) {
            buffer.clear();
            self.free.push(buffer);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn buffers_go_round() {
        let mut pool = PacketPool::new();
        let mut packet = vec![1, 2, 3];
        let taken = pool.exchange(&mut packet);
        assert_eq!((taken.as_slice(), packet.len()), (&[1, 2, 3][..], 0));
        let place = taken.as_ptr();
        pool.put(taken);
        packet.push(9);
        pool.exchange(&mut packet);
        assert_eq!((packet.as_ptr(), packet.len()), (place, 0));
    }

    #[test]
    fn a_batch_s_buffer_is_copied_from() {
        let mut pool = PacketPool::new();
        let mut packet = Vec::with_capacity(65_536);
        packet.push(7);
        let taken = pool.exchange(&mut packet);
        assert_eq!(taken, [7]);
        assert!(taken.capacity() < 65_536 && packet.capacity() >= 65_536 && packet.is_empty());
    }
}
