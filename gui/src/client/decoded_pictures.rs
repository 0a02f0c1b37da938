//! What is done with each decoded picture.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use roomrtc_media::decoder::DecodeError;
use roomrtc_media::measurement::PictureMeasurement;
use roomrtc_media::picture::{Picture, PictureSize};

use super::codec_counters::CodecCounters;
use super::decode_faults::DecodeFaults;
use super::frame_line::FrameLine;
use super::recorder::Recorder;

/// Counts the decoded pictures of a call, and writes a line on each where that is wanted. Called on
/// the decoder's thread, and at the end by whoever ends the call.
#[derive(Debug, Default)]
pub(super) struct DecodedPictures {
    counters: Arc<CodecCounters>,
    compared_size: Option<PictureSize>,
    faults: Mutex<DecodeFaults>,
    lines: Mutex<Option<Recorder>>,
}

impl DecodedPictures {
    /// Pictures of which there are none yet.
    pub(super) fn new(
        counters: Arc<CodecCounters>,
        compared_size: Option<PictureSize>,
        lines: Option<Recorder>,
    ) -> DecodedPictures {
        let (faults, lines) = (Mutex::default(), Mutex::new(lines));
        DecodedPictures { counters, compared_size, faults, lines }
    }

    /// A picture was decoded.
    pub(super) fn note(
        &self,
        picture: &Picture,
        is_key_frame: bool,
        measured: &PictureMeasurement,
    ) {
        self.counters.note_decoded(picture.size(), is_key_frame);
        lock(&self.faults).note_picture();
        if let Some(lines) = &mut *lock(&self.lines) {
            lines.record(FrameLine::new(picture, measured, self.compared_size).to_json());
        }
    }

    /// Decoding cannot go on without a key frame: the sentence to be told, if there is one.
    pub(super) fn note_error(&self, error: &DecodeError) -> Option<String> {
        lock(&self.faults).note_error(error)
    }

    /// Waits until every line is on its way to the disk.
    pub(super) fn finish(&self) -> Result<(), String> {
        let lines = lock(&self.lines).take();
        lines.map_or(Ok(()), Recorder::finish)
    }
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
