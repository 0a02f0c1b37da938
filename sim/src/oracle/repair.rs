//! Oracle: asking for lost packets, and sending them again, is economical.

use super::Breach;
use super::arrivals::Arrivals;
use crate::dissect::RtpHeader;
use roomrtc_core::session::Statistics;

/// What a host asks for, held against what it really lacks; and what it sends again, held against
/// what it sends: RFC 4585 section 6.2.1, RFC 4588 section 7.
#[derive(Clone, Debug, Default)]
pub(super) struct Repair {
    /// The payload types of retransmissions.
    retransmissions: Vec<u8>,
    arrivals: Vec<Arrivals>,
    /// Bytes sent for the first time, and again.
    sent: (u64, u64),
}

/// Sources remembered.
const MOST: usize = 8;

/// Requests for a packet that is really lost.
const REQUESTS: u64 = 8;

/// Of packets that were merely overtaken one in so many is asked for.
const RASH: u64 = 3;

/// Requests that are forgiven: until the reordering of a path is known.
const SLACK: u64 = 100;

/// Bytes sent again that are forgiven, beyond six tenths of all that is sent.
const BURST: u64 = 64_000;

impl Repair {
    const NAME: &'static str = "repair";

    /// The host has given out a description with these payload types of retransmissions.
    pub(super) fn describe(&mut self, retransmissions: &[u8]) {
        self.retransmissions = retransmissions.to_vec();
    }

    fn is_retransmission(&self, header: &RtpHeader) -> bool {
        self.retransmissions.contains(&header.payload_type)
    }

    /// A packet is sent, which is the same as one before it if `is_repeated`.
    #[inline]
    pub(super) fn sent(
        &mut self,
        header: &RtpHeader,
        is_repeated: bool,
        length: usize,
    ) -> Result<(), Breach> {
        if !is_repeated && !self.is_retransmission(header) {
            self.sent.0 += length as u64;
            return Ok(());
        }
        self.sent.1 += length as u64;
        if self.sent.1 > BURST + self.sent.0 * 6 / 10 {
            let text = format!("of {} bytes {} were sent again", self.sent.0, self.sent.1);
            return Err(Breach::waste(Repair::NAME, text));
        }
        Ok(())
    }

    /// A packet that another host has sent is handed over.
    #[inline]
    pub(super) fn delivered(&mut self, header: &RtpHeader) {
        if self.is_retransmission(header) {
            return;
        }
        match self.arrivals.iter_mut().find(|own| own.ssrc == header.ssrc) {
            Some(source) => source.note(header.sequence),
            None => {
                if self.arrivals.len() == MOST {
                    self.arrivals.remove(0);
                }
                self.arrivals.push(Arrivals::new(header.ssrc, header.sequence));
            }
        }
    }

    /// The statistics now and then.
    pub(super) fn sampled(&self, statistics: &Statistics) -> Result<(), Breach> {
        let received = statistics.media.iter().filter_map(|media| media.receiver);
        let requested: u64 = received.map(|own| own.packets_requested).sum();
        let lost: u64 = self.arrivals.iter().map(|own| own.skipped - own.overtaken).sum();
        // What came over a way that the engine does not take anything from, it lacks as well.
        let refused = statistics.dropped.get("session.unvalidated_path").copied().unwrap_or(0);
        let lost = lost + refused;
        let overtaken: u64 = self.arrivals.iter().map(|own| own.overtaken).sum();
        if requested > SLACK + lost * REQUESTS + overtaken / RASH {
            let text = format!(
                "{requested} packets were asked for, of which {lost} were lost and {overtaken} \
                 merely overtaken"
            );
            return Err(Breach::waste(Repair::NAME, text));
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn header(payload_type: u8, sequence: u16) -> RtpHeader {
        RtpHeader { marker: false, payload_type, sequence, timestamp: 0, ssrc: 7, length: 12 }
    }

    #[test]
    fn what_is_sent_again_is_a_share() {
        let mut repair = Repair::default();
        repair.describe(&[97]);
        let first = header(96, 1);
        assert!((0..100).all(|_| repair.sent(&first, false, 1_000).is_ok()));
        assert!((0..62).all(|_| repair.sent(&first, true, 1_000).is_ok()));
        assert!((0..62).all(|_| repair.sent(&header(97, 1), false, 1_000).is_ok()));
        assert!(repair.sent(&header(97, 2), false, 1_000).is_err());
    }
}
