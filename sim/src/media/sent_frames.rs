//! The frames that one side sent.

use std::collections::VecDeque;

use super::SentFrame;

/// The latest frames that one side sent, for comparison with what the other receives.
#[derive(Clone, Debug, Default)]
pub struct SentFrames {
    frames: VecDeque<SentFrame>,
}

impl SentFrames {
    /// How many are remembered: more than a minute of 60 frames a second, for which media that came
    /// before the end of a handshake may wait for it. What is delivered later is an error by itself.
    const CAPACITY: usize = 4_096;

    /// Remembers a frame that was sent.
    pub fn push(&mut self, frame: SentFrame) {
        if self.frames.len() == SentFrames::CAPACITY {
            self.frames.pop_front();
        }
        self.frames.push_back(frame);
    }

    /// The frame of this number, if it was sent and is not forgotten.
    pub fn find(&self, number: u64) -> Option<&SentFrame> {
        let first = self.frames.front()?.number;
        self.frames.get(usize::try_from(number.checked_sub(first)?).ok()?)
    }

    /// The frame whose bytes have this digest: the first from the number `next` on or, if there is
    /// none, the last before it.
    pub fn identify(&self, next: u64, digest: u64) -> Option<&SentFrame> {
        let first = self.frames.front()?.number;
        let start = usize::try_from(next.saturating_sub(first)).unwrap_or(usize::MAX);
        let start = start.min(self.frames.len());
        let is_it = |frame: &&SentFrame| frame.digest == digest;
        let ahead = self.frames.range(start..).find(is_it);
        ahead.or_else(|| self.frames.range(..start).rev().find(is_it))
    }

    /// The last frame that was sent.
    pub fn last(&self) -> Option<&SentFrame> {
        self.frames.back()
    }
}
