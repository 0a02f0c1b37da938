//! How pictures are taken and encoded.

use roomrtc_media::picture::PictureSize;
use roomrtc_media::source::SourceOptions;

/// How pictures are taken and encoded.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SourceSettings {
    /// What a camera or the test card is to give; a camera comes as near as it can.
    pub camera: SourceOptions,
    /// What a screen is to give at most.
    pub screen: SourceOptions,
    /// The bit rate of the encoder, in bits a second.
    pub bits_per_second: u32,
}

impl SourceSettings {
    /// The same, with pictures of this size at most.
    #[must_use]
    pub fn of_size(self, size: PictureSize) -> SourceSettings {
        let camera = SourceOptions { size, ..self.camera };
        let screen = SourceOptions { size, ..self.screen };
        SourceSettings { camera, screen, ..self }
    }
}

impl Default for SourceSettings {
    /// 640x360 for cameras, 1280x720 for screens, two megabits a second.
    fn default() -> SourceSettings {
        SourceSettings {
            camera: SourceOptions { size: PictureSize::NHD, frame_rate: None },
            screen: SourceOptions { size: PictureSize::HD, frame_rate: None },
            bits_per_second: 2_000_000,
        }
    }
}
