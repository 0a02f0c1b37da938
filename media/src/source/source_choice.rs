//! Which source.

use std::path::PathBuf;

/// Which source to take pictures from.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum SourceChoice {
    /// The moving test card.
    #[default]
    TestCard,
    /// A file: Y4M, or H.264 in Annex B format.
    File(PathBuf),
    /// The camera of this number, as [`super::camera::cameras`] lists them.
    Camera(u32),
    /// All screens of this machine, as X11 has them.
    Screen,
    /// The window of this number, as [`super::screen::windows`] lists them.
    Window(u32),
}
