//! A source for tests.

use super::camera::CameraError;
use super::{SourceError, SourceFrame, VideoSource};
use crate::picture::{PicturePool, PictureSize};
use crate::time::{FrameRate, WallClock};

/// Gives so many pictures and fails.
pub(crate) struct FailingSource {
    pub(crate) pictures: u32,
}

impl VideoSource for FailingSource {
    fn description(&self) -> String {
        "a source that fails".into()
    }

    fn size(&self) -> PictureSize {
        PictureSize::new(160, 96).expect("valid")
    }

    fn frame_rate(&self) -> Option<FrameRate> {
        None
    }

    fn next_frame(
        &mut self,
        clock: &WallClock,
        pool: &PicturePool,
    ) -> Result<SourceFrame, SourceError> {
        let Some(left) = self.pictures.checked_sub(1) else {
            let reason = "unplugged".into();
            return Err(CameraError::Failed { index: 0, reason }.into());
        };
        self.pictures = left;
        let mut picture = pool.take(self.size());
        picture.capture_time = clock.now();
        Ok(SourceFrame::Picture(picture))
    }
}
