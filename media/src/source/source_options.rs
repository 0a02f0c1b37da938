//! What is wanted of a source.

use crate::picture::PictureSize;
use crate::time::FrameRate;

/// What is wanted of a source. Files have their own size; a camera comes as near as it can.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SourceOptions {
    /// The size of a test card's or a camera's pictures.
    pub size: PictureSize,
    /// Frames a second; `None` for the rate in a Y4M file's header, and 30 otherwise.
    pub frame_rate: Option<FrameRate>,
}
