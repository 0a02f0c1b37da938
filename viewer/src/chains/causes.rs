//! What the viewer saw of a loss.

use std::collections::BTreeSet;
use std::time::Duration;

use roomrtc_core::base::Time;
use roomrtc_sim::trace::Place;

use super::{Consequence, Missing, Tracer};
use crate::timeline::{Pictures, ShownFrame};

/// What a frame takes longer than others before it is called late.
const LATE: Duration = Duration::from_millis(20);

/// Whether the timestamp `later` is behind `earlier`, RFC 3550 section 5.1: they wrap around.
fn is_behind(later: u32, earlier: u32) -> bool {
    (1..0x8000_0000).contains(&later.wrapping_sub(earlier))
}

impl Tracer<'_> {
    /// What became of the frame that a missing packet belongs to.
    pub(super) fn seen(&self, missing: &Missing) -> Vec<Consequence> {
        let (Place::Host(host), Some(timestamp)) = (missing.to, missing.timestamp) else {
            return Vec::new();
        };
        let Some(pictures) = self.pictures.get(host) else { return Vec::new() };
        let soon = pictures.shown_after(missing.sent, missing.sent + Tracer::PATIENCE);
        match soon.iter().find(|frame| frame.timestamp == timestamp) {
            Some(own) => shown(pictures, own),
            None => {
                let next = soon.iter().find(|frame| is_behind(frame.timestamp, timestamp));
                self.not_shown(missing, timestamp, pictures, next)
            }
        }
    }

    /// The frame was never shown; `next` is the first that was.
    fn not_shown(
        &self,
        missing: &Missing,
        timestamp: u32,
        pictures: &Pictures,
        next: Option<&ShownFrame>,
    ) -> Vec<Consequence> {
        // Nothing is said of the last frames of a run: they had no time to be shown.
        let patience = missing.sent + Tracer::PATIENCE;
        if next.is_none() && self.end < patience {
            return Vec::new();
        }
        let until = next.map_or(patience, |frame| frame.time);
        let count = self.frames_between(missing, timestamp, next, until);
        let mut chain = vec![Consequence::FrameLost { time: until, count }];
        chain.extend(self.key_frames(missing, until));
        chain.extend(next.and_then(|frame| pictures.freeze_until(frame.time)));
        chain
    }

    /// How many frames of the stream were sent with this timestamp or later ones, up to the next that
    /// was shown.
    fn frames_between(
        &self,
        missing: &Missing,
        timestamp: u32,
        next: Option<&ShownFrame>,
        until: Time,
    ) -> u64 {
        let crossings = self.ladder.crossings();
        let begin = missing.sent.back(Duration::from_secs(1));
        let first = crossings.partition_point(|crossing| crossing.sent < begin);
        let end = crossings.partition_point(|crossing| crossing.sent <= until);
        let own = crossings[first..end].iter().filter(|crossing| crossing.from == missing.from);
        let stamps = own.filter_map(|crossing| crossing.reading.rtp());
        let stamps = stamps.filter(|rtp| rtp.ssrc == missing.ssrc).map(|rtp| rtp.timestamp);
        let is_counted = |stamp: &u32| {
            !is_behind(timestamp, *stamp)
                && next.is_none_or(|next| is_behind(next.timestamp, *stamp))
        };
        stamps.filter(is_counted).collect::<BTreeSet<u32>>().len() as u64
    }

    /// Key frames that were asked for between the loss and the next picture, and the first that was
    /// sent then.
    fn key_frames(&self, missing: &Missing, until: Time) -> Vec<Consequence> {
        let asked = self.cues.key_frames.iter().filter_map(|index| self.ladder.get(*index));
        let asked = asked.filter(|crossing| {
            let rtcp = crossing.reading.rtcp();
            crossing.from == missing.to
                && (missing.sent..=until).contains(&crossing.sent)
                && rtcp.is_some_and(|rtcp| rtcp.key_frames.contains(&missing.ssrc))
        });
        let asked: Vec<_> = asked.collect();
        let heard = asked.iter().find_map(|crossing| crossing.arrived());
        let Place::Host(from) = missing.from else { return Vec::new() };
        let pictures = self.pictures.get(from);
        let sent = heard.and_then(|heard| pictures?.key_frame_between(heard, until));
        let asked = asked.iter().map(|crossing| Consequence::KeyFrameAsked {
            time: crossing.sent,
            packet: crossing.number,
        });
        asked.chain(sent.map(|(time, frame)| Consequence::KeyFrameSent { time, frame })).collect()
    }
}

/// The frame was shown: in time or late, perhaps after a freeze.
fn shown(pictures: &Pictures, frame: &ShownFrame) -> Vec<Consequence> {
    let time = frame.time;
    let by = frame.delay().saturating_sub(pictures.usual_delay());
    let first = match by {
        by if by >= LATE => Consequence::FrameLate { time, by },
        _ => Consequence::FrameInTime { time },
    };
    [first].into_iter().chain(pictures.freeze_until(time)).collect()
}
