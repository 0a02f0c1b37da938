//! What arrives before it can be used.

use std::collections::VecDeque;
use std::net::SocketAddr;

/// A bounded store of datagrams that came too early: SRTP before the handshake is complete, DTLS
/// before the other side's description.
///
/// It is empty, and holds no memory, once the session is connected.
#[derive(Clone, Debug, Default)]
pub(super) struct EarlyPackets {
    packets: VecDeque<(SocketAddr, SocketAddr, Vec<u8>)>,
    bytes: usize,
}

impl EarlyPackets {
    /// Packets kept at most.
    pub(super) const MOST_PACKETS: usize = 128;
    /// Bytes kept at most.
    pub(super) const MOST_BYTES: usize = 128 * 1024;

    /// Keeps a datagram from `remote` to `local`; gives `false` if there is no room for it.
    pub(super) fn keep(&mut self, local: SocketAddr, remote: SocketAddr, payload: &[u8]) -> bool {
        let fits = self.packets.len() < Self::MOST_PACKETS
            && self.bytes + payload.len() <= Self::MOST_BYTES;
        if fits {
            self.bytes += payload.len();
            self.packets.push_back((local, remote, payload.to_vec()));
        }
        fits
    }

    /// Takes everything out, oldest first, and gives its memory back.
    pub(super) fn take(&mut self) -> VecDeque<(SocketAddr, SocketAddr, Vec<u8>)> {
        std::mem::take(self).packets
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn packets_and_bytes_are_bounded() {
        let address = SocketAddr::from(([127, 0, 0, 1], 1));
        let mut early = EarlyPackets::default();
        let kept = (0..1_000).filter(|_| early.keep(address, address, &[0; 10])).count();
        assert_eq!(kept, EarlyPackets::MOST_PACKETS);
        assert_eq!(early.take().len(), kept);
        let kept = (0..1_000).filter(|_| early.keep(address, address, &[0; 60_000])).count();
        assert_eq!(kept, 2);
    }
}
