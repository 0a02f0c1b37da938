//! What the encoder's thread does.

use std::sync::Arc;

use super::encoder_controls::EncoderControls;
use super::{EncodeError, EncodedFrame, EncoderConfig, H264Encoder, SenderEvent};
use crate::block_code::BlockCode;
use crate::h264::AccessUnit;
use crate::picture::{Picture, PicturePool};

/// The state of the encoder's thread.
pub(super) struct EncoderWorker<F> {
    config: EncoderConfig,
    controls: Arc<EncoderControls>,
    sink: F,
    pool: PicturePool,
    encoder: Option<H264Encoder>,
    next_number: u32,
    wants_key_frame: bool,
    has_failed: bool,
}

impl<F: FnMut(SenderEvent)> EncoderWorker<F> {
    pub(super) fn new(config: EncoderConfig, controls: Arc<EncoderControls>, sink: F) -> Self {
        Self {
            config,
            controls,
            sink,
            pool: PicturePool::default(),
            encoder: None,
            next_number: 0,
            wants_key_frame: false,
            has_failed: false,
        }
    }

    pub(super) fn encode(&mut self, picture: Arc<Picture>) {
        self.follow_controls();
        let picture = if self.config.draws_block_code { self.coded(picture) } else { picture };
        match self.try_encode(&picture) {
            Ok(Some(unit)) => self.deliver(unit, &picture),
            Ok(None) => (self.sink)(SenderEvent::Skipped),
            Err(error) => self.fail(error),
        }
    }

    /// The picture with its code: itself, unless somebody else looks at it, too.
    fn coded(&self, picture: Arc<Picture>) -> Arc<Picture> {
        let mut own = Arc::try_unwrap(picture).unwrap_or_else(|shared| self.pool.copy(&shared));
        BlockCode::of(&own, self.next_number).draw(&mut own);
        Arc::new(own)
    }

    fn follow_controls(&mut self) {
        self.wants_key_frame |= self.controls.take_key_frame_request();
        let wanted = self.controls.config();
        let draws_block_code = self.config.draws_block_code;
        if (EncoderConfig { draws_block_code, ..wanted }) != self.config {
            // OpenH264 takes the others only when it is made, through its safe interface.
            self.encoder = None;
        }
        self.config = wanted;
    }

    fn try_encode(&mut self, picture: &Picture) -> Result<Option<AccessUnit>, EncodeError> {
        let encoder = match &mut self.encoder {
            Some(encoder) => encoder,
            none => none.insert(H264Encoder::new(&self.config)?),
        };
        encoder.encode(picture, self.wants_key_frame)
    }

    fn deliver(&mut self, unit: AccessUnit, picture: &Picture) {
        if std::mem::take(&mut self.has_failed) {
            (self.sink)(SenderEvent::EncoderRecovered);
        }
        // The wish stands until an IDR picture has come: rate control may have skipped the first.
        self.wants_key_frame &= !unit.is_key_frame;
        let frame = EncodedFrame {
            data: unit.data,
            is_key_frame: unit.is_key_frame,
            frame_number: self.next_number,
            capture_time: picture.capture_time,
        };
        self.next_number = self.next_number.wrapping_add(1);
        (self.sink)(SenderEvent::Frame(frame));
    }

    fn fail(&mut self, error: EncodeError) {
        self.encoder = None;
        if !std::mem::replace(&mut self.has_failed, true) {
            (self.sink)(SenderEvent::EncoderFailed(error));
        }
    }
}
