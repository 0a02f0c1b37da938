//! A camera that is open.

use roomrtc_media::picture::{PicturePool, PictureSize};
use roomrtc_media::source::camera::CameraError;
use roomrtc_media::source::{SourceError, SourceFrame, SourceOptions, TestCardSource, VideoSource};
use roomrtc_media::time::{FrameRate, WallClock};

use super::ScriptedSources;

/// A camera that sees a test card until it is pulled out.
pub(super) struct ScriptedSource {
    card: TestCardSource,
    camera: ScriptedSources,
}

impl ScriptedSource {
    pub(super) fn open(camera: ScriptedSources) -> ScriptedSource {
        camera.change(|state| state.open += 1);
        let size = PictureSize::new(480, 270).expect("a size");
        let options = SourceOptions { size, frame_rate: None };
        ScriptedSource { card: TestCardSource::new(&options), camera }
    }
}

impl VideoSource for ScriptedSource {
    fn description(&self) -> String {
        "a camera of a test".into()
    }

    fn size(&self) -> PictureSize {
        self.card.size()
    }

    fn frame_rate(&self) -> Option<FrameRate> {
        self.card.frame_rate()
    }

    fn next_frame(
        &mut self,
        clock: &WallClock,
        pool: &PicturePool,
    ) -> Result<SourceFrame, SourceError> {
        if self.camera.is_away() {
            let reason = "it was pulled out".to_owned();
            return Err(CameraError::Failed { index: 0, reason }.into());
        }
        self.card.next_frame(clock, pool)
    }
}

impl Drop for ScriptedSource {
    fn drop(&mut self) {
        self.camera.change(|state| state.open -= 1);
    }
}
