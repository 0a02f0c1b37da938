//! What a client sends, and what it does with what it receives.

use std::fmt;
use std::path::PathBuf;

use roomrtc_media::encoder::EncoderConfig;
use roomrtc_media::picture::{PictureFeed, PictureSize};
use roomrtc_media::source::ReferencePictures;
use roomrtc_media::time::WallClock;

use super::SourceFactory;

/// The media of a client's calls.
pub struct MediaSettings {
    /// The clock that captures are stamped with; shared by clients whose pictures are compared.
    pub clock: WallClock,
    /// What is sent, opened anew for each call; `None` to only receive.
    pub source: Option<SourceFactory>,
    /// How it is encoded, unless it is already. The rate is for sources that do not say theirs.
    pub encoder: EncoderConfig,
    /// What the other side sends in the first call, where that is known.
    pub reference: Option<Box<dyn ReferencePictures>>,
    /// Where to write what is received in the first call.
    pub save: Option<PathBuf>,
    /// Where to write a line on every decoded picture of the first call.
    pub frames: Option<PathBuf>,
    /// The size of the pictures that those lines compare with what was sent.
    pub compared_size: Option<PictureSize>,
    /// Where the pictures that are sent are shown, if they are.
    pub own: Option<PictureFeed>,
    /// Where the decoded pictures are shown, if they are.
    pub remote: Option<PictureFeed>,
}

impl fmt::Debug for MediaSettings {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("MediaSettings").field("source", &self.source).finish_non_exhaustive()
    }
}
