//! A jitter buffer over time.

use roomrtc_core::base::Time;
use roomrtc_core::media::JitterBufferState;

use super::BufferPoint;

/// The jitter buffer of one host over time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BufferSeries {
    /// The index of the host.
    pub host: usize,
    points: Vec<BufferPoint>,
}

impl BufferSeries {
    /// Points that are kept; later ones are left out.
    pub const MOST: usize = 400_000;

    pub(crate) fn new(host: usize) -> BufferSeries {
        BufferSeries { host, points: Vec::new() }
    }

    /// The buffer is like this now. Of several states at one moment the last is kept.
    pub(crate) fn add(&mut self, time: Time, state: JitterBufferState) {
        let has_room = self.points.len() < BufferSeries::MOST;
        match self.points.last_mut() {
            Some(last) if last.state == state => {}
            Some(last) if last.time == time => last.state = state,
            _ if has_room => self.points.push(BufferPoint { time, state }),
            _ => {}
        }
    }

    /// All changes, in the order of time.
    pub fn points(&self) -> &[BufferPoint] {
        &self.points
    }

    /// How it was at `time`; `None` before it began.
    pub fn at(&self, time: Time) -> Option<&BufferPoint> {
        let end = self.points.partition_point(|point| point.time <= time);
        self.points[..end].last()
    }

    /// Its changes from `from` to `until`, with the state at the beginning.
    pub fn between(&self, from: Time, until: Time) -> &[BufferPoint] {
        let begin = self.points.partition_point(|point| point.time <= from).saturating_sub(1);
        let end = self.points.partition_point(|point| point.time <= until);
        &self.points[begin.min(end)..end]
    }

    /// How long it waited for the packet of this number, from `after` on and for at most `most`: from
    /// when until when. The end is missing if it still waits at the end of the run.
    pub fn wait(&self, number: u16, after: Time, most: Time) -> Option<(Time, Option<Time>)> {
        let begin = self.points.partition_point(|point| point.time < after);
        let mut points = self.points[begin..].iter();
        let first = points.find(|point| point.time > most || point.waits_for() == Some(number))?;
        if first.time > most {
            return None;
        }
        let end = points.find(|point| point.waits_for() != Some(number));
        Some((first.time, end.map(|point| point.time)))
    }
}
