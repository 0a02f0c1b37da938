//! Why there are no pictures to send.

use roomrtc_media::source::camera::CameraError;

/// Why there are no pictures to send. The log has the driver's words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SourceProblem {
    /// This build has no cameras.
    NotBuilt,
    /// There is no camera.
    NoCamera,
    /// The chosen camera is not there.
    CameraAway,
    /// The camera has no format that can be read.
    NoFormat,
    /// The camera cannot be opened: another program may use it.
    CannotOpen,
    /// The camera has failed or was pulled out.
    CameraLost,
    /// The camera gives no pictures.
    CameraSilent,
    /// The screen cannot be read: there is no X11 display.
    NoScreen,
    /// The display server is Wayland, which lets no program read the screen in this way.
    Wayland,
    /// The window that was shared is gone.
    WindowGone,
    /// The pictures cannot be encoded.
    Encoder,
    /// Another failure.
    Other,
}

impl From<&CameraError> for SourceProblem {
    fn from(error: &CameraError) -> SourceProblem {
        match error {
            CameraError::NotBuilt => SourceProblem::NotBuilt,
            CameraError::None => SourceProblem::NoCamera,
            CameraError::NoSuch { .. } => SourceProblem::CameraAway,
            CameraError::NoFormat { .. } => SourceProblem::NoFormat,
            CameraError::Open { .. } => SourceProblem::CannotOpen,
            CameraError::Failed { .. } => SourceProblem::CameraLost,
            CameraError::Silent { .. } => SourceProblem::CameraSilent,
        }
    }
}
