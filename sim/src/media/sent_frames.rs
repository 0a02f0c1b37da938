//! The frames that one side sent.

use std::collections::VecDeque;

use super::SentFrame;

/// The latest frames that one side sent, for comparison with what the other receives.
#[derive(Clone, Debug, Default)]
pub struct SentFrames {
    frames: VecDeque<SentFrame>,
}

impl SentFrames {
    /// How many are remembered: more than half a minute of 30 frames a second. What is delivered
    /// later than that is an error by itself.
    const CAPACITY: usize = 1_024;

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

    /// The last frame that was sent.
    pub fn last(&self) -> Option<&SentFrame> {
        self.frames.back()
    }
}
