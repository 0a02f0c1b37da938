//! The way to cameras and screens.

use roomrtc_media::source::camera::{CameraError, CameraFormat, CameraInfo};
use roomrtc_media::source::screen::{ScreenError, WindowInfo};
use roomrtc_media::source::{OpenSourceError, SourceChoice, SourceOptions, VideoSource};

/// The cameras, screens and files of a machine, or what stands for them in a test. Any of it may wait for
/// a driver: it is called on threads that may.
pub trait Sources: Send + Sync {
    /// The cameras there are now.
    fn cameras(&self) -> Vec<CameraInfo>;

    /// What a camera can give.
    ///
    /// # Errors
    /// When it is not there or cannot be asked.
    fn formats(&self, camera: u32) -> Result<Vec<CameraFormat>, CameraError>;

    /// The windows that can be shared.
    ///
    /// # Errors
    /// When there is no X11 display.
    fn windows(&self) -> Result<Vec<WindowInfo>, ScreenError>;

    /// Opens one.
    ///
    /// # Errors
    /// When it is not there or cannot be used.
    fn open(
        &self,
        choice: &SourceChoice,
        options: &SourceOptions,
    ) -> Result<Box<dyn VideoSource>, OpenSourceError>;
}
