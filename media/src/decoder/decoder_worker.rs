//! What the decoder's thread does.

use super::{DecodeError, DecoderEvent, H264Decoder};
use crate::h264::AccessUnit;
use crate::picture::{Picture, PicturePool};

/// The state of the decoder's thread.
pub(super) struct DecoderWorker<F> {
    sink: F,
    pool: PicturePool,
    // None until a key frame comes, at first and after an error.
    decoder: Option<H264Decoder>,
    has_told: bool,
}

impl<F: FnMut(DecoderEvent)> DecoderWorker<F> {
    pub(super) fn new(sink: F) -> Self {
        Self { sink, pool: PicturePool::default(), decoder: None, has_told: false }
    }

    pub(super) fn decode(&mut self, frame: &AccessUnit) {
        match self.try_decode(frame) {
            Ok(Some(picture)) => {
                self.has_told = false;
                let is_key_frame = frame.is_key_frame;
                (self.sink)(DecoderEvent::Picture { picture, is_key_frame });
            }
            Ok(None) => {}
            Err(error) => self.fail(frame.is_key_frame, error),
        }
    }

    fn try_decode(&mut self, frame: &AccessUnit) -> Result<Option<Picture>, DecodeError> {
        let decoder = match &mut self.decoder {
            Some(decoder) => decoder,
            _ if !frame.is_key_frame => return Err(DecodeError::NoKeyFrame),
            none => none.insert(H264Decoder::new()?),
        };
        decoder.decode(&frame.data, &self.pool)
    }

    fn fail(&mut self, is_key_frame: bool, error: DecodeError) {
        self.decoder = None;
        // Whoever asked for this key frame takes the matter for settled: it is not.
        if !std::mem::replace(&mut self.has_told, true) || is_key_frame {
            (self.sink)(DecoderEvent::KeyFrameNeeded(error));
        }
    }
}
