//! What is sent.

use std::path::PathBuf;

use roomrtc_media::picture::PictureSize;
use roomrtc_media::source::{SourceChoice, SourceOptions};
use roomrtc_media::time::FrameRate;

use super::BitRate;

/// What is sent: the test card, unless a file or a camera is named.
#[derive(Clone, Debug, clap::Args)]
#[command(next_help_heading = "Video")]
pub struct MediaOptions {
    /// Send this file: Y4M, or H.264 in Annex B format, which is sent as it is.
    #[arg(long, value_name = "FILE", conflicts_with = "camera")]
    pub video: Option<PathBuf>,
    /// Send what this camera sees.
    #[arg(long, value_name = "N")]
    pub camera: Option<u32>,
    /// The size of the pictures of the test card or the camera.
    #[arg(long, value_name = "WIDTHxHEIGHT", default_value = "640x360")]
    pub size: PictureSize,
    /// Pictures a second; a Y4M file has its own rate, any other source 30.
    #[arg(long, value_name = "RATE")]
    pub fps: Option<FrameRate>,
    /// Bits a second of encoded video: 800k, 1.5M, or a plain number.
    #[arg(long, value_name = "RATE", default_value = "1M")]
    pub bitrate: BitRate,
}

impl MediaOptions {
    /// The source that was named.
    pub fn source(&self) -> SourceChoice {
        match (&self.video, self.camera) {
            (Some(path), _) => SourceChoice::File(path.clone()),
            (None, Some(index)) => SourceChoice::Camera(index),
            (None, None) => SourceChoice::TestCard,
        }
    }

    /// What is wanted of the source.
    pub fn source_options(&self) -> SourceOptions {
        SourceOptions { size: self.size, frame_rate: self.fps }
    }
}
