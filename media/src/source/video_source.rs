//! What every source can do.

use super::{Canceller, SourceError, SourceFrame};
use crate::picture::{PicturePool, PictureSize};
use crate::time::{FrameRate, WallClock};

/// A source of pictures, or of frames already encoded.
pub trait VideoSource: Send {
    /// What it is, for a log: "test card, 640x360, 30 frames a second".
    fn description(&self) -> String;

    /// The size of its pictures.
    fn size(&self) -> PictureSize;

    /// How often it wants to be asked; `None` where [`VideoSource::next_frame`] itself waits until
    /// there is a frame.
    fn frame_rate(&self) -> Option<FrameRate>;

    /// The next frame, stamped with the clock's time when it was captured. Files begin again at
    /// their end.
    ///
    /// # Errors
    /// When the source has failed; it then has no more frames.
    fn next_frame(
        &mut self,
        clock: &WallClock,
        pool: &PicturePool,
    ) -> Result<SourceFrame, SourceError>;

    /// Whether its pictures are to carry their number and time of capture, drawn into them: not where
    /// somebody wants to look at them.
    fn wants_block_code(&self) -> bool {
        false
    }

    /// A key frame is wanted. Only a source whose frames are already encoded need care.
    fn request_key_frame(&mut self) {}

    /// What ends the wait in [`VideoSource::next_frame`] from another thread.
    fn canceller(&self) -> Canceller {
        Canceller::none()
    }
}
