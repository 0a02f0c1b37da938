//! What a host shows of the other side, and films itself.

use std::time::Duration;

use roomrtc_core::base::Time;
use roomrtc_sim::trace::{FrameEvent, FrameFate, Freezes};

use super::ShownFrame;
use crate::chains::Consequence;

/// What a host shows of the other side, and the key frames that it sends.
#[derive(Clone, Debug, Default)]
pub struct Pictures {
    shown: Vec<ShownFrame>,
    freezes: Vec<(Time, Time)>,
    /// When, and its number among the frames of the host.
    key_frames: Vec<(Time, u64)>,
    measure: Freezes,
    usual_delay: Duration,
}

impl Pictures {
    /// Frames, freezes and key frames that are kept of each; later ones are left out.
    pub const MOST: usize = 400_000;

    /// Something became of a frame at this host. When the picture stood still, if it moves again.
    pub(crate) fn note(&mut self, now: Time, frame: &FrameEvent) -> Option<(Time, Time)> {
        match (frame.fate, frame.timestamp) {
            (FrameFate::Sent, _) if frame.is_key_frame => {
                if self.key_frames.len() < Pictures::MOST {
                    self.key_frames.push((now, frame.number));
                }
                None
            }
            (FrameFate::Received | FrameFate::Late, Some(timestamp)) => {
                if self.shown.len() < Pictures::MOST {
                    self.shown.push(ShownFrame { time: now, sent: frame.sent, timestamp });
                }
                let froze = self.measure.show(now).map(|from| (from, now));
                self.freezes.extend(froze.filter(|_| self.freezes.len() < Pictures::MOST));
                froze
            }
            _ => None,
        }
    }

    /// The run is over.
    pub(crate) fn finish(&mut self) {
        let mut delays: Vec<Duration> = self.shown.iter().map(ShownFrame::delay).collect();
        delays.sort_unstable();
        self.usual_delay = delays.get(delays.len() / 2).copied().unwrap_or_default();
    }

    /// The frames that were shown, in the order of time.
    pub fn shown(&self) -> &[ShownFrame] {
        &self.shown
    }

    /// From when until when the picture stood still each time, as
    /// [`Freezes`](roomrtc_sim::trace::Freezes) defines it.
    pub fn freezes(&self) -> &[(Time, Time)] {
        &self.freezes
    }

    /// How long half of all frames take at most.
    pub fn usual_delay(&self) -> Duration {
        self.usual_delay
    }

    /// The frames that were shown from `from` to `until`.
    pub fn shown_after(&self, from: Time, until: Time) -> &[ShownFrame] {
        let begin = self.shown.partition_point(|frame| frame.time < from);
        let end = self.shown.partition_point(|frame| frame.time <= until);
        &self.shown[begin..end.max(begin)]
    }

    /// The freeze that ended with the picture at `until`.
    pub(crate) fn freeze_until(&self, until: Time) -> Option<Consequence> {
        let place = self.freezes.binary_search_by_key(&until, |(_, until)| *until).ok()?;
        self.freezes
            .get(place)
            .map(|(from, until)| Consequence::Froze { from: *from, until: *until })
    }

    /// The first key frame that this host sent from `from` to `until`: when, and its number.
    pub(crate) fn key_frame_between(&self, from: Time, until: Time) -> Option<(Time, u64)> {
        let begin = self.key_frames.partition_point(|(time, _)| *time < from);
        self.key_frames.get(begin).copied().filter(|(time, _)| *time <= until)
    }
}
