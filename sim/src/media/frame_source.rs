//! Where frames come from.

use std::fmt;

/// Makes the frames of one camera, in order.
pub trait FrameSource: fmt::Debug + Send {
    /// Appends frame `number` to `output`: NAL units in Annex B format with start codes of four
    /// bytes. Says whether it is a key frame, which it has to be where `wants_key_frame` is set.
    fn next_frame(&mut self, number: u64, wants_key_frame: bool, output: &mut Vec<u8>) -> bool;

    /// A copy that goes on exactly as this one would.
    fn snapshot(&self) -> Box<dyn FrameSource>;
}
