//! What a camera can give.

use crate::picture::PictureSize;

/// A size and a rate that a camera can give and that can be read here.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CameraFormat {
    /// The size of the pictures.
    pub size: PictureSize,
    /// Pictures a second.
    pub frame_rate: u32,
}
