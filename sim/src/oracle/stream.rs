//! Oracle: the packets of a source are a stream.

use roomrtc_core::base::Time;

use super::retransmissions::Retransmissions;
use super::rtp_source::RtpSource;
use super::{Breach, HostFacts};
use crate::dissect::RtpHeader;

/// Of each source the sequence numbers go on one by one, a marker ends each frame, and timestamps
/// advance with the media clock: RFC 3550 section 5.1, RFC 6184 section 5.1.
#[derive(Clone, Debug)]
pub(super) struct Stream {
    has_frames: bool,
    sources: Vec<RtpSource>,
    retransmissions: Retransmissions,
}

/// Sources remembered.
const MOST: usize = 8;

impl Stream {
    const NAME: &'static str = "stream";

    pub(super) fn new(facts: &HostFacts) -> Stream {
        Stream {
            has_frames: facts.has_frames,
            sources: Vec::new(),
            retransmissions: Retransmissions::default(),
        }
    }

    /// The host has given out a description with these payload types of retransmissions.
    pub(super) fn describe(&mut self, retransmissions: &[u8]) {
        self.retransmissions.describe(retransmissions);
    }

    /// A packet is sent; whether it is one that was sent before under the same number.
    #[inline]
    pub(super) fn sent(&mut self, now: Time, header: &RtpHeader) -> Result<bool, Breach> {
        let result = match self.retransmissions.has_type(header) {
            true => self.retransmissions.sent(header, &self.sources).map(|()| false),
            false => self.sent_first(now, header),
        };
        result.map_err(|problem| {
            Breach::new(Stream::NAME, format!("packet {}: {problem}", header.sequence))
        })
    }

    #[inline]
    fn sent_first(&mut self, now: Time, header: &RtpHeader) -> Result<bool, &'static str> {
        let has_frames = self.has_frames;
        match self.sources.iter_mut().find(|own| own.ssrc == header.ssrc) {
            Some(source) if source.has_sent(header) => Ok(true),
            Some(source) => source.follow(now, header, has_frames).map(|()| false),
            None => {
                self.begin(now, header);
                Ok(false)
            }
        }
    }

    fn begin(&mut self, now: Time, header: &RtpHeader) {
        if self.sources.len() == MOST {
            self.sources.remove(0);
        }
        self.sources.push(RtpSource::new(now, header));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use roomrtc_core::session::PeerConfig;

    fn header(sequence: u16, timestamp: u32, marker: bool) -> RtpHeader {
        RtpHeader { marker, payload_type: 96, sequence, timestamp, ssrc: 7, length: 12 }
    }

    /// Whether packets of sequence number, timestamp, marker and time in ms make a stream.
    fn is_stream(packets: &[(u16, u32, bool, u64)]) -> bool {
        let mut stream = Stream::new(&HostFacts::of(&PeerConfig::default()));
        packets.iter().all(|(sequence, timestamp, marker, millis)| {
            let header = header(*sequence, *timestamp, *marker);
            stream.sent(Time::from_millis(*millis), &header).is_ok()
        })
    }

    #[test]
    fn what_is_sent_again_was_sent() {
        let mut stream = Stream::new(&HostFacts::of(&PeerConfig::default()));
        stream.describe(&[97]);
        let at = Time::from_millis(1);
        let mut holds = |header: RtpHeader| stream.sent(at, &header).ok();
        assert_eq!(holds(header(5, 9, false)), Some(false));
        assert_eq!(holds(header(6, 9, true)), Some(false));
        assert_eq!(holds(header(5, 9, false)), Some(true));
        let again = |sequence, timestamp, marker| RtpHeader {
            payload_type: 97,
            ssrc: 8,
            ..header(sequence, timestamp, marker)
        };
        assert_eq!(holds(again(500, 9, true)), Some(false));
        assert_eq!(holds(again(501, 9, false)), Some(false));
        assert_eq!(holds(again(503, 9, false)), None);
        assert_eq!(holds(again(504, 10, false)), None);
        assert_eq!(holds(header(5, 9, true)), None);
    }

    #[test]
    fn a_stream_is_one() {
        assert!(is_stream(&[(65_535, 9, false, 0), (0, 9, true, 0), (1, 3_009, true, 33)]));
        assert!(is_stream(&[(5, 9, false, 0), (7, 3_009, true, 33)]));
        // After a pause, frames that had to wait.
        assert!(is_stream(&[(5, 0, true, 0), (6, 3_000, true, 9_000), (7, 800_000, true, 9_000)]));
    }

    #[test]
    fn what_is_no_stream_is_seen() {
        assert!(!is_stream(&[(5, 9, false, 0), (5, 9, true, 0)]));
        assert!(!is_stream(&[(5, 9, false, 0), (9, 9, true, 0)]));
        assert!(!is_stream(&[(5, 9, false, 0), (6, 3_009, true, 33)]));
        assert!(!is_stream(&[(5, 9, true, 0), (6, 9, true, 0)]));
        assert!(!is_stream(&[(5, 0, true, 0), (6, 900_000, true, 10)]));
        let slow: Vec<_> = (0..50).map(|n| (n, u32::from(n), true, 400 * u64::from(n))).collect();
        assert!(!is_stream(&slow));
    }
}
