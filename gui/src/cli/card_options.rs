//! The options of `card`.

use std::path::PathBuf;

use roomrtc_media::picture::PictureSize;
use roomrtc_media::time::FrameRate;

use super::Seconds;

/// The options of `card`.
#[derive(Clone, Debug, clap::Args)]
pub struct CardOptions {
    /// The file to write; one that is there is replaced.
    #[arg(value_name = "FILE.y4m")]
    pub file: PathBuf,
    /// The size of the pictures.
    #[arg(long, value_name = "WIDTHxHEIGHT", default_value = "640x360")]
    pub size: PictureSize,
    /// Pictures a second.
    #[arg(long, value_name = "RATE", default_value = "30")]
    pub fps: FrameRate,
    /// How long the video lasts.
    #[arg(long, value_name = "SECONDS", default_value = "10")]
    pub seconds: Seconds,
}
