//! Which windows there are.

use crate::picture::PictureSize;

/// A window that can be taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WindowInfo {
    /// The number that X11 knows it by.
    pub id: u32,
    /// Its title, shortened if it is long.
    pub title: String,
    /// The size of its content.
    pub size: PictureSize,
}
