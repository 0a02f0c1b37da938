//! Oracle: no more than three times what an unverified address sent goes to it.

use std::collections::BTreeMap;
use std::net::SocketAddr;

use super::{Breach, Way};

/// Bytes from and to addresses that have not shown that they receive what is sent to them. Checks
/// of our own do not count: ICE paces them.
#[derive(Clone, Debug, Default)]
pub(super) struct Amplification {
    /// By address: bytes received, bytes sent, and the ordinal of the last packet received.
    unverified: BTreeMap<SocketAddr, (u64, u64, u64)>,
    packets: u64,
}

/// How much more than it received a host may send.
const FACTOR: u64 = 3;

/// Addresses remembered at most; half of them, the least recent, make room.
const MOST: usize = 4_096;

impl Amplification {
    const NAME: &'static str = "amplification";

    pub(super) fn delivered(&mut self, way: Way, datagram: &[u8]) {
        self.packets += 1;
        if self.unverified.len() == MOST {
            let oldest = self.packets - MOST as u64 / 2;
            self.unverified.retain(|_, (_, _, last)| *last > oldest);
        }
        let (received, _, last) = self.unverified.entry(way.remote).or_default();
        *received += datagram.len() as u64;
        *last = self.packets;
    }

    /// Something else than a request of our own goes to an address that is not verified.
    pub(super) fn sent(&mut self, way: Way, datagram: &[u8]) -> Result<(), Breach> {
        let (received, sent, _) = self.unverified.entry(way.remote).or_default();
        *sent += datagram.len() as u64;
        if *sent <= FACTOR * *received {
            return Ok(());
        }
        let text = format!("{} sent {received} bytes and was sent {sent}", way.remote);
        Err(Breach::new(Amplification::NAME, text))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn three_times_is_the_most() {
        let address = |text: &str| text.parse().expect("an address");
        let way = Way::new(address("10.0.0.1:1"), address("10.0.0.2:2"));
        let mut oracle = Amplification::default();
        oracle.delivered(way, &[0; 20]);
        assert!(oracle.sent(way, &[0; 60]).is_ok());
        assert!(oracle.sent(way, &[0; 1]).is_err());
        for port in 1..20_000 {
            let way = Way::new(way.local, SocketAddr::new(way.remote.ip(), port));
            oracle.delivered(way, &[0; 20]);
            assert!(oracle.sent(way, &[0; 40]).is_ok());
        }
        assert!(oracle.unverified.len() <= MOST);
    }
}
