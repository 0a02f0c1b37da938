//! What a decoder tells.

use super::DecodeError;
use crate::picture::Picture;

/// What comes out of a decoder's thread.
#[derive(Debug)]
#[non_exhaustive]
pub enum DecoderEvent {
    /// A picture, in the order of display.
    Picture {
        /// The picture.
        picture: Picture,
        /// Whether it came out with a key frame.
        is_key_frame: bool,
    },
    /// Decoding cannot go on without a key frame. Told once, and again for each key frame
    /// that fails.
    KeyFrameNeeded(DecodeError),
}
