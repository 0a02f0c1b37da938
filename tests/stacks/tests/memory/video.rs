//! Video that is sent in a test.

use std::time::Duration;

use roomrtc_core::base::Seed;
use roomrtc_core::session::{Event, Peer};
use roomrtc_sim::media::{FrameSource, MediaParameters, PatternSource};
use roomrtc_stacks::memory::{MemoryCall, SeenFrame};

/// One end's camera.
pub(super) struct Video {
    source: PatternSource,
    end: usize,
    /// Requests for key frames that were granted.
    granted: usize,
    /// What was sent.
    pub(super) sent: Vec<Vec<u8>>,
}

impl Video {
    /// The time between two frames.
    const INTERVAL: Duration = Duration::from_millis(33);

    pub(super) fn of(end: usize) -> Video {
        let seed = Seed::from_u64(end as u64);
        let source = PatternSource::new(MediaParameters::default(), &seed);
        Video { source, end, granted: 0, sent: Vec::new() }
    }

    /// Sends a frame.
    fn send(&mut self, call: &mut MemoryCall, is_key_frame: bool) {
        let mut frame = Vec::new();
        let number = self.sent.len() as u64;
        self.source.next_frame(number, is_key_frame, &mut frame);
        let sent = call.send(self.end, number as u32 * 3_000, &frame);
        sent.unwrap_or_else(|error| panic!("frame {number} of end {}: {error}", self.end));
        self.sent.push(frame);
    }

    /// Both ends send so many frames.
    pub(super) fn send_both(videos: &mut [Video; 2], call: &mut MemoryCall, count: usize) {
        for _ in 0..count {
            for video in videos.iter_mut() {
                let asked = Event::KeyFrameRequested { media: Peer::VIDEO };
                let requests = call.ends[video.end].told(&asked);
                let is_asked = requests > std::mem::replace(&mut video.granted, requests);
                video.send(call, is_asked);
            }
            call.run(Video::INTERVAL);
        }
    }

    /// The frames that the other end saw are those that were sent, but for the last few, which it
    /// may still hold back.
    pub(super) fn assert_seen(&self, call: &MemoryCall) {
        const HELD_BACK: usize = 1;
        let seen = &call.ends[1 - self.end].frames;
        let missing = self.sent.len() - seen.len();
        assert!(missing <= HELD_BACK, "{missing} frames of end {} are missing", self.end);
        for (number, (SeenFrame { is_decodable, data, .. }, sent)) in
            seen.iter().zip(&self.sent).enumerate()
        {
            assert!(data == sent, "frame {number} of end {}", self.end);
            assert!(is_decodable, "frame {number} of end {}", self.end);
        }
    }

    /// Of the last frames that were sent, the other end saw all, and could decode them; what it saw
    /// before are frames that were sent, in their order.
    pub(super) fn assert_goes_on(&self, call: &MemoryCall, last: usize) {
        let seen = &call.ends[1 - self.end].frames;
        let mut sent = self.sent.iter();
        for frame in seen {
            assert!(sent.any(|sent| *sent == frame.data), "a frame of end {}", self.end);
        }
        let held_back = sent.count();
        assert!(held_back <= 1, "the last {held_back} of end {} are missing", self.end);
        for (seen, sent) in seen.iter().rev().zip(self.sent.iter().rev().skip(held_back)).take(last)
        {
            assert!(seen.data == *sent && seen.is_decodable, "a late frame of end {}", self.end);
        }
    }
}
