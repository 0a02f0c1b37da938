//! Counting on the codecs' threads.

use std::sync::{Mutex, PoisonError};

use roomrtc_media::encoder::EncodedFrame;
use roomrtc_media::picture::PictureSize;

use crate::statistics::MediaCounts;

/// What the codecs' threads count, to be read from others.
#[derive(Debug, Default)]
pub(super) struct CodecCounters(Mutex<MediaCounts>);

impl CodecCounters {
    /// Pictures of this size are sent.
    pub(super) fn note_source(&self, size: PictureSize) {
        self.change(|counts| counts.sent_size = Some(size));
    }

    /// A frame is to be sent.
    pub(super) fn note_encoded(&self, frame: &EncodedFrame) {
        self.change(|counts| {
            counts.frames_encoded += 1;
            counts.key_frames_encoded += u64::from(frame.is_key_frame);
        });
    }

    /// A picture was decoded.
    pub(super) fn note_decoded(&self, size: PictureSize, is_key_frame: bool) {
        self.change(|counts| {
            counts.frames_decoded += 1;
            counts.key_frames_decoded += u64::from(is_key_frame);
            counts.received_size = Some(size);
        });
    }

    /// Everything up to now, but for the freezes, which the receiver measures.
    pub(super) fn counts(&self) -> MediaCounts {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn change(&self, change: impl FnOnce(&mut MediaCounts)) {
        change(&mut self.0.lock().unwrap_or_else(PoisonError::into_inner));
    }
}
