//! A source that is open.

use crate::picture::PictureSize;
use crate::source::VideoSource;
use crate::time::FrameRate;

/// What is known of a source that has just been opened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OpenedSource {
    /// What it is, for a log.
    pub description: String,
    /// The size of its pictures, which may change.
    pub size: PictureSize,
    /// How often it gives one, where that is known.
    pub frame_rate: Option<FrameRate>,
    /// Whether its pictures are to carry their number and time of capture.
    pub wants_block_code: bool,
}

impl OpenedSource {
    pub(super) fn of(source: &dyn VideoSource) -> OpenedSource {
        OpenedSource {
            description: source.description(),
            size: source.size(),
            frame_rate: source.frame_rate(),
            wants_block_code: source.wants_block_code(),
        }
    }
}
