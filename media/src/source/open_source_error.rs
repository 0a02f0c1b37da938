//! A source that cannot be opened.

use std::path::PathBuf;

use super::annex_b::AnnexBError;
use super::camera::CameraError;
use super::screen::ScreenError;
use super::y4m::Y4mError;

/// Why a source cannot be opened.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum OpenSourceError {
    /// The file cannot be read.
    #[error("cannot read the video {}: {reason}", path.display())]
    Unreadable {
        /// The file.
        path: PathBuf,
        /// What the system said.
        reason: String,
    },
    /// The file is of a kind that is not known.
    #[error(
        "the video {} is neither Y4M (it does not begin with YUV4MPEG2) nor H.264 in Annex B \
         format (it does not begin with a start code)",
        path.display()
    )]
    UnknownKind {
        /// The file.
        path: PathBuf,
    },
    /// The file is Y4M that cannot be used.
    #[error("cannot use the Y4M video {}: {error}", path.display())]
    Y4m {
        /// The file.
        path: PathBuf,
        /// What is wrong with it.
        error: Y4mError,
    },
    /// The file is H.264 that cannot be used.
    #[error("cannot use the H.264 video {}: {error}", path.display())]
    AnnexB {
        /// The file.
        path: PathBuf,
        /// What is wrong with it.
        error: AnnexBError,
    },
    /// The camera cannot be used.
    #[error(transparent)]
    Camera(#[from] CameraError),
    /// The screen cannot be taken.
    #[error(transparent)]
    Screen(#[from] ScreenError),
}
