//! A client's camera and encoder.

use roomrtc_core::base::{Seed, Time};

use crate::media::{FrameSource, MediaParameters, PatternSource, SentFrames};

/// A client's camera and encoder, and what has become of its frames.
#[derive(Debug)]
pub struct Camera {
    /// The frames that were sent.
    pub sent: SentFrames,
    /// Frames that the engine took.
    pub frames_sent: u64,
    /// Frames that the engine refused.
    pub frames_refused: u64,
    pub(super) source: Box<dyn FrameSource>,
    pub(super) wants_key_frame: bool,
    /// When the first frame was captured, in the host's time.
    pub(super) since: Option<Time>,
    /// Frames captured, whatever became of them.
    pub(super) captured: u64,
    /// The bytes of the last frame, to be used again.
    pub(super) buffer: Vec<u8>,
}

impl Camera {
    /// A camera that is off.
    pub(super) fn new(parameters: &MediaParameters, seed: &Seed) -> Camera {
        Camera {
            sent: SentFrames::default(),
            frames_sent: 0,
            frames_refused: 0,
            source: Box::new(PatternSource::new(parameters.clone(), seed)),
            wants_key_frame: false,
            since: None,
            captured: 0,
            buffer: Vec::new(),
        }
    }
}

impl Clone for Camera {
    fn clone(&self) -> Camera {
        Camera {
            sent: self.sent.clone(),
            frames_sent: self.frames_sent,
            frames_refused: self.frames_refused,
            source: self.source.snapshot(),
            wants_key_frame: self.wants_key_frame,
            since: self.since,
            captured: self.captured,
            buffer: Vec::new(),
        }
    }
}
