//! A frame that can be sent.

use crate::time::WallTime;

/// An access unit on its way out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EncodedFrame {
    /// NAL units in Annex B byte-stream format; parameter sets with every IDR picture.
    pub data: Vec<u8>,
    /// Whether it is an IDR picture.
    pub is_key_frame: bool,
    /// Consecutive from zero over all frames of one sender.
    pub frame_number: u32,
    /// When the picture was captured.
    pub capture_time: WallTime,
}
