//! What one picture tells.

use crate::block_code::BlockCode;
use crate::time::WallTime;

/// What was told from one decoded picture.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct PictureMeasurement {
    /// When it was decoded.
    pub decoded_at: WallTime,
    /// Its code, where it can be read.
    pub code: Option<BlockCode>,
    /// The peak signal-to-noise ratio against the picture that its code names, in decibels, where
    /// that can be made again.
    pub psnr_decibels: Option<f64>,
}
