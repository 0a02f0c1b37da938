//! Streams of retransmissions.

use super::rtp_source::RtpSource;
use crate::dissect::RtpHeader;

/// The streams that carry packets again, RFC 4588 section 4: each has numbers of its own that go on
/// one by one, and the timestamps and markers of what it carries.
#[derive(Clone, Debug, Default)]
pub(super) struct Retransmissions {
    types: Vec<u8>,
    /// The sources, and the number of the last packet of each.
    last: Vec<(u32, u16)>,
}

/// Sources remembered.
const MOST: usize = 8;

impl Retransmissions {
    /// The host has given out a description with these payload types.
    pub(super) fn describe(&mut self, types: &[u8]) {
        self.types = types.to_vec();
    }

    /// Whether a packet is of such a stream.
    #[inline]
    pub(super) fn has_type(&self, header: &RtpHeader) -> bool {
        self.types.contains(&header.payload_type)
    }

    /// A packet of such a stream is sent.
    pub(super) fn sent(
        &mut self,
        header: &RtpHeader,
        sources: &[RtpSource],
    ) -> Result<(), &'static str> {
        let was_sent = |source: &RtpSource| source.has_sent_at(header.timestamp, header.marker);
        if !sources.iter().any(was_sent) {
            return Err("a retransmission is of a packet that was not sent");
        }
        if let Some((_, last)) = self.last.iter_mut().find(|(ssrc, _)| *ssrc == header.ssrc) {
            let next = std::mem::replace(last, header.sequence).wrapping_add(1);
            let goes_on = next == header.sequence;
            return goes_on.then_some(()).ok_or("the number of a retransmission does not go on");
        }
        if self.last.len() == MOST {
            self.last.remove(0);
        }
        self.last.push((header.ssrc, header.sequence));
        Ok(())
    }
}
