//! Cameras and what is chosen of them.

use roomrtc_media::source::camera::{CameraFormat, CameraInfo};

use super::{SharedWindow, SourceChoice, SourceState};

/// What pictures can be taken of, and what is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Devices {
    /// The cameras there are now.
    pub cameras: Vec<CameraInfo>,
    /// Whether the cameras were looked for yet.
    pub is_known: bool,
    /// The windows that can be shared, as of the last time they were asked for.
    pub windows: Vec<SharedWindow>,
    /// What the next call sends, or this one does.
    pub chosen: SourceChoice,
    /// What the camera of the preview can give, the largest first.
    pub formats: Vec<CameraFormat>,
    /// The preview of the device check.
    pub preview: SourceState,
}
