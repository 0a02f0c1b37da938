//! The hashes of RTP packets.

use crate::dissect::RtpHeader;

/// The hashes of the last RTP packets of each source, by sequence number.
#[derive(Clone, Debug, Default)]
pub(super) struct RtpRing(Vec<(u32, Vec<u64>)>);

/// Sources remembered.
const MOST: usize = 8;

/// Packets remembered of each.
const RING: usize = 8_192;

impl RtpRing {
    pub(super) const fn new() -> RtpRing {
        RtpRing(Vec::new())
    }

    /// The place of a packet.
    #[inline]
    pub(super) fn place(&mut self, header: &RtpHeader) -> &mut u64 {
        let source = self.0.iter().position(|(ssrc, _)| *ssrc == header.ssrc);
        let source = source.unwrap_or_else(|| {
            if self.0.len() == MOST {
                self.0.remove(0);
            }
            self.0.push((header.ssrc, vec![0; RING]));
            self.0.len() - 1
        });
        &mut self.0[source].1[usize::from(header.sequence) % RING]
    }

    /// Whether a packet has this hash.
    #[inline]
    pub(super) fn has(&self, header: &RtpHeader, hash: u64) -> bool {
        let source = self.0.iter().find(|(ssrc, _)| *ssrc == header.ssrc);
        source.is_some_and(|(_, ring)| ring[usize::from(header.sequence) % RING] == hash)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sources_have_their_own_places() {
        let mut ring = RtpRing::new();
        let header = |ssrc| RtpHeader {
            marker: false,
            payload_type: 96,
            sequence: 5,
            timestamp: 0,
            ssrc,
            length: 12,
        };
        for ssrc in 0..10 {
            *ring.place(&header(ssrc)) = u64::from(ssrc) + 1;
        }
        assert!((2..10).all(|ssrc| ring.has(&header(ssrc), u64::from(ssrc) + 1)));
        assert!(!ring.has(&header(0), 1) && !ring.has(&header(9), 9));
    }
}
