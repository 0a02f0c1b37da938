//! What waits for a full socket, within a bound.

use std::collections::VecDeque;

use roomrtc_core::session::Transmit;

use super::pending_transmit::PendingTransmit;

/// Most bytes that wait: about two large key frames.
const MOST_BYTES: usize = 256 * 1024;

/// Most transmits that wait, so that tiny ones are bounded too.
const MOST_TRANSMITS: usize = 256;

/// Transmits in the order they were made, while the socket's own buffer is full.
#[derive(Debug, Default)]
pub(super) struct Backlog {
    waiting: VecDeque<PendingTransmit>,
    bytes: usize,
}

impl Backlog {
    /// Whether nothing waits.
    pub(super) fn is_empty(&self) -> bool {
        self.waiting.is_empty()
    }

    /// Puts datagrams at the end; `false` if there is no room for them, and they are lost.
    pub(super) fn push(&mut self, transmit: Transmit, bytes: &[u8]) -> bool {
        let has_room =
            self.waiting.len() < MOST_TRANSMITS && self.bytes + bytes.len() <= MOST_BYTES;
        if has_room {
            self.bytes += bytes.len();
            self.waiting.push_back(PendingTransmit { transmit, bytes: bytes.to_vec() });
        }
        has_room
    }

    /// Takes the oldest out.
    pub(super) fn pop(&mut self) -> Option<PendingTransmit> {
        let oldest = self.waiting.pop_front()?;
        self.bytes -= oldest.bytes.len();
        Some(oldest)
    }

    /// Puts back what is left of the oldest after `sent` of its bytes went out.
    pub(super) fn put_back(&mut self, mut oldest: PendingTransmit, sent: usize) {
        oldest.bytes.drain(..sent);
        self.bytes += oldest.bytes.len();
        self.waiting.push_front(oldest);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::net::SocketAddr;

    fn transmit(length: usize) -> Transmit {
        let address = SocketAddr::from(([127, 0, 0, 1], 9));
        Transmit { local: address, destination: address, ecn: 0, length, segment_size: None }
    }

    #[test]
    fn both_bounds_hold() {
        let mut backlog = Backlog::default();
        let accepted = (0..MOST_TRANSMITS + 5).filter(|_| backlog.push(transmit(1), &[0])).count();
        assert_eq!(accepted, MOST_TRANSMITS);

        let mut backlog = Backlog::default();
        let large = vec![0; MOST_BYTES / 4];
        let accepted = (0..9).filter(|_| backlog.push(transmit(large.len()), &large)).count();
        assert_eq!(accepted, 4);
    }

    #[test]
    fn order_and_room_survive_a_partial_send() {
        let mut backlog = Backlog::default();
        assert!(backlog.push(transmit(4), &[1, 1, 2, 2]));
        assert!(backlog.push(transmit(1), &[3]));
        let oldest = backlog.pop().expect("two wait");
        backlog.put_back(oldest, 2);
        assert_eq!(backlog.bytes, 3);
        assert_eq!(backlog.pop().expect("the rest").bytes, [2, 2]);
        assert_eq!(backlog.pop().expect("the second").bytes, [3]);
        assert!(backlog.is_empty() && backlog.bytes == 0);
    }
}
