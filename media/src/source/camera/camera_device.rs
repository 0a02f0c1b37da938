//! What a driver does.

use crate::picture::{Picture, PictureSize};

/// A camera that is open, as its driver shows it. It lives on one thread.
pub trait CameraDevice {
    /// The size of its pictures.
    fn size(&self) -> PictureSize;

    /// Waits for the next picture, however long that takes.
    ///
    /// # Errors
    /// When the driver fails, in its own words.
    fn capture(&mut self, picture: &mut Picture) -> Result<(), String>;
}
