//! The cameras and screens of this machine.

use roomrtc_media::source::camera::{CameraError, CameraFormat, CameraInfo, cameras, formats};
use roomrtc_media::source::screen::{ScreenError, WindowInfo, windows};
use roomrtc_media::source::{OpenSourceError, SourceChoice, SourceOptions, VideoSource, open};

use super::Sources;

/// The cameras and screens of this machine.
#[derive(Clone, Copy, Debug, Default)]
pub struct MachineSources;

impl Sources for MachineSources {
    fn cameras(&self) -> Vec<CameraInfo> {
        cameras()
    }

    fn formats(&self, camera: u32) -> Result<Vec<CameraFormat>, CameraError> {
        formats(camera)
    }

    fn windows(&self) -> Result<Vec<WindowInfo>, ScreenError> {
        windows()
    }

    fn open(
        &self,
        choice: &SourceChoice,
        options: &SourceOptions,
    ) -> Result<Box<dyn VideoSource>, OpenSourceError> {
        open(choice, options)
    }
}
