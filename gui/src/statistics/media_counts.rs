//! What the codecs count.

use std::time::Duration;

use roomrtc_media::picture::PictureSize;

/// What the codecs have counted of a call.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct MediaCounts {
    /// Frames that were encoded, or read from a file that is encoded already.
    pub frames_encoded: u64,
    /// Key frames among them.
    pub key_frames_encoded: u64,
    /// The size of the pictures sent.
    pub sent_size: Option<PictureSize>,
    /// Pictures decoded.
    pub frames_decoded: u64,
    /// Of these, those that came out with a key frame.
    pub key_frames_decoded: u64,
    /// The size of the last picture decoded.
    pub received_size: Option<PictureSize>,
    /// How often the picture stood still.
    pub freezes: u64,
    /// For how long in all.
    pub frozen: Duration,
}
