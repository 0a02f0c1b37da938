//! How to encode.

use crate::time::FrameRate;

/// How pictures are encoded.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct EncoderConfig {
    /// The bit rate to keep, in bits a second.
    pub bits_per_second: u32,
    /// The most frames a second that will come.
    pub frame_rate: FrameRate,
    /// The most bytes of a NAL unit, so that each fits a packet; `None` for one slice a picture.
    pub most_nal_unit_bytes: Option<u32>,
    /// Whether each picture gets a [`crate::block_code::BlockCode`] before it is encoded.
    pub draws_block_code: bool,
}

impl Default for EncoderConfig {
    /// One megabit a second, 30 frames a second, one slice a picture, with block codes.
    fn default() -> Self {
        Self {
            bits_per_second: 1_000_000,
            frame_rate: FrameRate::default(),
            most_nal_unit_bytes: None,
            draws_block_code: true,
        }
    }
}
