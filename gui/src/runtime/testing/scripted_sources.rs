//! The sources of a test.

use std::sync::{Arc, Condvar, Mutex, PoisonError};
use std::time::Duration;

use roomrtc_media::picture::PictureSize;
use roomrtc_media::source::camera::{CameraError, CameraFormat, CameraInfo};
use roomrtc_media::source::screen::{ScreenError, WindowInfo};
use roomrtc_media::source::{OpenSourceError, SourceChoice, SourceOptions, VideoSource, open};

use super::{ScriptedSource, ScriptedState};
use crate::runtime::Sources;

/// One camera, called `wide`, which can be pulled out; everything else is the machine's.
#[derive(Clone, Debug, Default)]
pub(in crate::runtime) struct ScriptedSources(Arc<(Mutex<ScriptedState>, Condvar)>);

impl ScriptedSources {
    /// Pulls the camera out.
    pub(in crate::runtime) fn unplug(&self) {
        self.change(|state| state.is_away = true);
    }

    /// Plugs it in again.
    pub(in crate::runtime) fn plug_in(&self) {
        self.change(|state| state.is_away = false);
    }

    /// Waits until nobody has the camera open: whether that came to be.
    pub(in crate::runtime) fn wait_until_closed(&self) -> bool {
        let state = self.0.0.lock().unwrap_or_else(PoisonError::into_inner);
        let patience = Duration::from_secs(60);
        let waited = self.0.1.wait_timeout_while(state, patience, |state| state.open > 0);
        waited.is_ok_and(|(state, _)| state.open == 0)
    }

    pub(super) fn is_away(&self) -> bool {
        self.0.0.lock().unwrap_or_else(PoisonError::into_inner).is_away
    }

    pub(super) fn change(&self, change: impl FnOnce(&mut ScriptedState)) {
        change(&mut self.0.0.lock().unwrap_or_else(PoisonError::into_inner));
        self.0.1.notify_all();
    }
}

impl Sources for ScriptedSources {
    fn cameras(&self) -> Vec<CameraInfo> {
        let wide = CameraInfo { index: 0, name: "wide".into() };
        if self.is_away() { Vec::new() } else { vec![wide] }
    }

    fn formats(&self, _camera: u32) -> Result<Vec<CameraFormat>, CameraError> {
        let size = PictureSize::new(480, 270).expect("a size");
        Ok(vec![CameraFormat { size, frame_rate: 30 }])
    }

    fn windows(&self) -> Result<Vec<WindowInfo>, ScreenError> {
        Err(ScreenError::NoDisplay)
    }

    fn open(
        &self,
        choice: &SourceChoice,
        options: &SourceOptions,
    ) -> Result<Box<dyn VideoSource>, OpenSourceError> {
        match choice {
            SourceChoice::Camera(0) => Ok(Box::new(ScriptedSource::open(self.clone()))),
            other => open(other, options),
        }
    }
}
