//! From what is captured to what is sent.

use std::sync::Arc;

use crate::capture::{Captured, OpenedSource};
use crate::encoder::{EncodedFrame, EncoderConfig, SenderEvent, VideoEncoder};
use crate::h264::AccessUnit;
use crate::picture::{Picture, PictureFeed};
use crate::source::SourceFrame;
use crate::source_gate::SourceGate;
use crate::time::WallTime;

/// What the source's thread of a [`crate::VideoSender`] does with what it gets.
#[derive(Debug)]
pub(crate) struct Sending {
    encoder: Arc<VideoEncoder>,
    gate: SourceGate,
    config: EncoderConfig,
    own: Option<PictureFeed>,
    /// The number of the next frame that comes encoded already.
    next_number: u32,
}

impl Sending {
    pub(crate) const fn new(
        encoder: Arc<VideoEncoder>,
        gate: SourceGate,
        config: EncoderConfig,
        own: Option<PictureFeed>,
    ) -> Sending {
        Sending { encoder, gate, config, own, next_number: 0 }
    }

    /// Hands pictures to the encoder; what is to be told of the rest.
    pub(crate) fn pass_on(&mut self, captured: Captured) -> Option<SenderEvent> {
        match captured {
            Captured::Opened(source) => Some(self.begin(source)),
            Captured::Frame(frame) => self.pass_frame(frame),
            Captured::NotOpened(error) => Some(self.end(SenderEvent::SourceNotOpened(error))),
            Captured::Failed(error) => Some(self.end(SenderEvent::SourceFailed(error))),
            Captured::Closed => Some(self.end(SenderEvent::SourceClosed)),
        }
    }

    /// What is left of the source before is of no use to the one that begins.
    fn begin(&mut self, source: OpenedSource) -> SenderEvent {
        let frame_rate = source.frame_rate.unwrap_or(self.config.frame_rate);
        let draws_block_code = self.config.draws_block_code || source.wants_block_code;
        self.encoder.follow_source(frame_rate, draws_block_code);
        self.encoder.request_key_frame();
        SenderEvent::SourceOpened(source)
    }

    fn pass_frame(&mut self, frame: SourceFrame) -> Option<SenderEvent> {
        let encoder = &self.encoder;
        if !self.gate.admits(&frame, || encoder.request_key_frame()) {
            self.show_nothing();
            return None;
        }
        match frame {
            SourceFrame::Picture(picture) => self.pass_picture(Arc::new(picture)),
            SourceFrame::Encoded { unit, capture_time } => Some(self.number(unit, capture_time)),
        }
    }

    fn pass_picture(&self, picture: Arc<Picture>) -> Option<SenderEvent> {
        if let Some(own) = &self.own {
            own.put(Arc::clone(&picture));
        }
        (!self.encoder.submit(picture)).then_some(SenderEvent::Skipped)
    }

    fn number(&mut self, unit: AccessUnit, capture_time: WallTime) -> SenderEvent {
        let frame_number = self.next_number;
        self.next_number = frame_number.wrapping_add(1);
        let AccessUnit { data, is_key_frame } = unit;
        SenderEvent::Frame(EncodedFrame { data, is_key_frame, frame_number, capture_time })
    }

    fn end(&self, event: SenderEvent) -> SenderEvent {
        self.show_nothing();
        event
    }

    fn show_nothing(&self) {
        self.own.iter().for_each(PictureFeed::clear);
    }
}
