//! A source that has failed.

use std::path::PathBuf;

use super::camera::CameraError;
use super::screen::ScreenError;
use super::y4m::Y4mError;

/// Why a source gives no more frames.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum SourceError {
    /// A file that was open can no longer be read.
    #[error("the video {} can no longer be read: {error}", path.display())]
    File {
        /// The file.
        path: PathBuf,
        /// What is wrong with it.
        error: Y4mError,
    },
    /// A camera has failed.
    #[error(transparent)]
    Camera(#[from] CameraError),
    /// The screen or the window can no longer be taken.
    #[error(transparent)]
    Screen(#[from] ScreenError),
    /// It has come to its end.
    #[error("the pictures have come to their end")]
    Over,
}
