//! What becomes of the pictures that are sent.

use roomrtc_media::picture::PictureSize;

use super::SourceProblem;

/// How the source of one's pictures is: in a call, or for the preview.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum SourceState {
    /// Nothing is captured.
    #[default]
    Off,
    /// It is being opened.
    Starting,
    /// It gives pictures of this size.
    Running(PictureSize),
    /// It gives none.
    Failed(SourceProblem),
}
