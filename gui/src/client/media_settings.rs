//! What a client sends, and what it does with what it receives.

use std::fmt;
use std::path::PathBuf;

use roomrtc_media::encoder::EncoderConfig;
use roomrtc_media::picture::PictureSize;
use roomrtc_media::source::{ReferencePictures, VideoSource};
use roomrtc_media::time::WallClock;

/// The media of a client's first call. Its other calls send nothing.
pub struct MediaSettings {
    /// The clock that captures are stamped with; shared by clients whose pictures are compared.
    pub clock: WallClock,
    /// What is sent; `None` to only receive.
    pub source: Option<Box<dyn VideoSource>>,
    /// How it is encoded, unless it is already.
    pub encoder: EncoderConfig,
    /// What the other side sends, where that is known.
    pub reference: Option<Box<dyn ReferencePictures>>,
    /// Where to write what is received.
    pub save: Option<PathBuf>,
    /// Where to write a line on every decoded picture.
    pub frames: Option<PathBuf>,
    /// The size of the pictures that those lines compare with what was sent.
    pub compared_size: Option<PictureSize>,
}

impl fmt::Debug for MediaSettings {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let source = self.source.as_ref().map(|source| source.description());
        f.debug_struct("MediaSettings").field("source", &source).finish_non_exhaustive()
    }
}
