//! What was seen of one picture.

use roomrtc_media::block_code::BlockCode;

/// What was seen of one frame that could be decoded.
#[derive(Clone, Copy, Debug)]
pub(super) struct SeenPicture {
    /// The number of the frame, as the simulator knows it.
    pub(super) number: u64,
    /// Whether it is a key frame.
    pub(super) is_key_frame: bool,
    /// What its picture says, if the code can be read.
    pub(super) code: Option<BlockCode>,
}
