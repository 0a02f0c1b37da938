//! A call that is over, and what is left of it.

use std::sync::Arc;
use std::time::Duration;

use roomrtc_io_mio::thread_cpu;
use roomrtc_media::time::WallTime;
use roomrtc_media::{VideoReceiver, VideoSender};

use super::codec_counters::CodecCounters;
use super::decoded_pictures::DecodedPictures;
use super::recorder::Recorder;
use super::{CallEnd, CallSummary, Leftover};
use crate::statistics::CallStatistics;

/// The kernel keeps so many bytes of a thread's name.
const LONGEST_THREAD_NAME: usize = 15;

/// A call that is over. Its media threads are still to be ended, which takes a moment.
#[derive(Debug)]
pub struct FinishedCall {
    /// Why it is over.
    pub end: CallEnd,
    /// How it was.
    pub summary: Box<CallSummary>,
    /// The name before those of its threads.
    pub(super) name: String,
    /// When it began.
    pub(super) began: WallTime,
    /// When it was over.
    pub(super) ended: WallTime,
    pub(super) sender: Option<VideoSender>,
    pub(super) receiver: Option<VideoReceiver>,
    pub(super) recorder: Option<Recorder>,
    pub(super) counters: Arc<CodecCounters>,
    pub(super) pictures: Arc<DecodedPictures>,
    /// CPU time of the client's event loop.
    pub(super) loop_cpu: Duration,
}

impl FinishedCall {
    /// Ends the media: decodes what waits, writes what waits, and ends the threads.
    pub fn finish(self) -> Leftover {
        let mut left =
            Leftover { cpu: vec![("loop".into(), self.loop_cpu)], ..Leftover::default() };
        // The accounts of a thread are gone with it.
        left.cpu.extend(media_cpu(&self.name));
        drop(self.sender);
        if let Some(receiver) = self.receiver {
            (left.measurement, left.last_picture) = receiver.finish();
        }
        let first = left.measurement.first_picture;
        left.first_picture_after = first.map(|first| first.since(self.began));
        let saved = self.recorder.map_or(Ok(()), Recorder::finish);
        left.fault = saved.and(self.pictures.finish()).err();
        let mut counts = self.counters.counts();
        (counts.freezes, counts.frozen) = (left.measurement.freezes, left.measurement.frozen);
        let session = Some(&self.summary.statistics);
        left.statistics = CallStatistics::of(self.ended, session, &counts);
        left
    }
}

fn media_cpu(name: &str) -> impl Iterator<Item = (String, Duration)> {
    let times = thread_cpu();
    ["capture", "encode", "decode"].into_iter().filter_map(move |part| {
        let mut full = format!("{name}-{part}");
        full.truncate(LONGEST_THREAD_NAME);
        let (_, time) = times.iter().find(|(thread, _)| *thread == full)?;
        Some((part.to_owned(), *time))
    })
}
