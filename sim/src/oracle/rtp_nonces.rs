//! The nonces of one RTP source.

/// Packets of a source that are remembered: more than are ever sent again.
const RING: usize = 2_048;

/// The indices that one SSRC has used of late, each with the end of its tag.
#[derive(Clone, Debug)]
pub(super) struct RtpNonces {
    pub(super) ssrc: u32,
    highest: u64,
    ring: Vec<(u64, u64)>,
}

impl RtpNonces {
    /// A source whose first packet has this sequence number.
    pub(super) fn new(ssrc: u32, sequence: u16) -> RtpNonces {
        // One cycle on, so that there is room below.
        let highest = u64::from(sequence) + 0x1_0000;
        RtpNonces { ssrc, highest, ring: vec![(0, 0); RING] }
    }

    /// Notes a packet. Whether its nonce is fresh, or its bytes are the same as before.
    #[inline]
    pub(super) fn note(&mut self, sequence: u16, tag: u64) -> bool {
        let step = i64::from(sequence.wrapping_sub(self.highest as u16) as i16);
        let index = self.highest.wrapping_add_signed(step);
        if index.saturating_add(RING as u64) <= self.highest {
            return false;
        }
        self.highest = self.highest.max(index);
        let place = &mut self.ring[index as usize % RING];
        if place.0 == index {
            return place.1 == tag;
        }
        *place = (index, tag);
        true
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_is_used_once_or_with_the_same_bytes() {
        let mut nonces = RtpNonces::new(7, 65_534);
        for sequence in [65_534, 65_535, 0, 1] {
            assert!(nonces.note(sequence, u64::from(sequence)));
        }
        assert!(nonces.note(0, 0));
        assert!(!nonces.note(0, 9));
        assert!(!nonces.note(60_000, 60_000));
    }
}
