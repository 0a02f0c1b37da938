//! One RTP source as it is sent.

use roomrtc_core::base::Time;

use crate::dissect::RtpHeader;

/// The last packet of a source, and how far its clock has come.
#[derive(Clone, Debug)]
pub(super) struct RtpSource {
    pub(super) ssrc: u32,
    pub(super) last: RtpHeader,
    first: Time,
    /// When the last packet was sent.
    latest: Time,
    /// Milliseconds in which nothing was sent: frames that wait go out later than they were filmed.
    paused: i64,
    /// The number, timestamp and marker of the last packets, by number.
    sent: Vec<(u16, u32, bool)>,
    /// Units of the media clock from the first packet to the last.
    advance: i64,
}

/// Packets remembered: more than are ever sent again.
const RING: usize = 2_048;

/// Units of the media clock in a millisecond.
const CLOCK: i64 = 90;

/// Milliseconds without a packet that are no coincidence.
const PAUSE: i64 = 500;

/// How far the media clock may be from the host's, in milliseconds, beside a tenth of the time.
const SLACK: i64 = 2_000;

impl RtpSource {
    pub(super) fn new(now: Time, header: &RtpHeader) -> RtpSource {
        let mut source = RtpSource {
            ssrc: header.ssrc,
            last: *header,
            first: now,
            latest: now,
            sent: vec![(0, 0, false); RING],
            paused: 0,
            advance: 0,
        };
        source.note(header);
        source
    }

    fn note(&mut self, header: &RtpHeader) {
        let place = usize::from(header.sequence) % RING;
        self.sent[place] = (header.sequence, header.timestamp, header.marker);
    }

    /// Whether a packet is one of the last that were sent, by its header.
    pub(super) fn has_sent(&self, header: &RtpHeader) -> bool {
        let behind = self.last.sequence.wrapping_sub(header.sequence);
        let (number, timestamp, marker) = self.sent[usize::from(header.sequence) % RING];
        usize::from(behind) < RING
            && header.payload_type == self.last.payload_type
            && (number, timestamp, marker) == (header.sequence, header.timestamp, header.marker)
    }

    /// Whether one of the last packets has this timestamp and this marker.
    pub(super) fn has_sent_at(&self, timestamp: u32, marker: bool) -> bool {
        self.sent.iter().any(|own| (own.1, own.2) == (timestamp, marker))
    }

    /// What is wrong with the packet after the last, if anything is. `has_frames` if markers end
    /// frames.
    #[inline]
    pub(super) fn follow(
        &mut self,
        now: Time,
        header: &RtpHeader,
        has_frames: bool,
    ) -> Result<(), &'static str> {
        let last = std::mem::replace(&mut self.last, *header);
        self.note(header);
        let step = header.sequence.wrapping_sub(last.sequence);
        // A frame that is cut short leaves one number out.
        if !(1..=2).contains(&step) {
            return Err("the sequence number does not go on");
        }
        let is_same_time = header.timestamp == last.timestamp;
        if has_frames && step == 1 && is_same_time == last.marker {
            return Err(match last.marker {
                true => "a packet behind the marker is of the same frame",
                false => "the last packet of a frame lacks the marker",
            });
        }
        self.advance += i64::from(header.timestamp.wrapping_sub(last.timestamp) as i32);
        let pause = now.since(std::mem::replace(&mut self.latest, now)).as_millis() as i64;
        self.paused += if pause > PAUSE { pause } else { 0 };
        let elapsed = now.since(self.first).as_millis() as i64;
        let (ahead, slack) = (self.advance / CLOCK - elapsed, SLACK + elapsed / 10);
        if ahead > slack || -ahead > slack + self.paused {
            return Err("the timestamps do not advance with the media clock");
        }
        Ok(())
    }
}
