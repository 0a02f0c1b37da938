//! One direction of a call, from the source to encoded frames.

use std::io;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError};

use crate::capture::CaptureThread;
use crate::encoder::{EncodedFrame, EncoderConfig, SenderEvent, VideoEncoder};
use crate::source::{SourceError, SourceFrame, VideoSource};
use crate::source_gate::SourceGate;
use crate::time::WallClock;

/// A source and an encoder, each on its thread. Frames that the source has encoded already pass
/// the encoder by. Dropping it ends both threads.
#[derive(Debug)]
pub struct VideoSender {
    // Dropped first: it hands pictures to the encoder.
    capture: CaptureThread,
    encoder: Arc<VideoEncoder>,
    is_on: Arc<AtomicBool>,
}

impl VideoSender {
    /// Starts both threads, named `name` with `-capture` and `-encode` behind (15 bytes show).
    /// What comes out goes to `sink`, which is called on either of them, never on both at once.
    ///
    /// # Errors
    /// When the system gives no threads.
    pub fn start(
        name: &str,
        clock: WallClock,
        source: Box<dyn VideoSource>,
        config: EncoderConfig,
        sink: impl FnMut(SenderEvent) + Send + 'static,
    ) -> io::Result<Self> {
        let sink = Arc::new(Mutex::new(sink));
        let encoded = Arc::clone(&sink);
        let encoder = VideoEncoder::start(&format!("{name}-encode"), config, move |event| {
            (encoded.lock().unwrap_or_else(PoisonError::into_inner))(event);
        })?;
        let encoder = Arc::new(encoder);
        let (pictures, is_on) = (Arc::clone(&encoder), Arc::new(AtomicBool::new(true)));
        let (mut next_number, mut gate) = (0, SourceGate::new(Arc::clone(&is_on)));
        let capture =
            CaptureThread::start(&format!("{name}-capture"), clock, source, move |frame| {
                if let Some(event) = pass_on(frame, &pictures, &mut gate, &mut next_number) {
                    (sink.lock().unwrap_or_else(PoisonError::into_inner))(event);
                }
            })?;
        Ok(Self { capture, encoder, is_on })
    }

    /// Makes the next frame a key frame; of a file that is encoded already, the next frame is its
    /// next key frame.
    pub fn request_key_frame(&self) {
        self.capture.request_key_frame();
        self.encoder.request_key_frame();
    }

    /// Stops or resumes what comes out, which begins again with a key frame. The source runs on.
    pub fn set_on(&self, is_on: bool) {
        if !self.is_on.swap(is_on, Ordering::Relaxed) && is_on {
            self.request_key_frame();
        }
    }

    /// Divides pictures into NAL units of at most so many bytes; see
    /// [`VideoEncoder::limit_nal_units`].
    pub fn limit_nal_units(&self, most_bytes: u32) {
        self.encoder.limit_nal_units(most_bytes);
    }

    /// Changes the bit rate, in bits a second; see [`VideoEncoder::set_bits_per_second`].
    pub fn set_bits_per_second(&self, bits_per_second: u32) {
        self.encoder.set_bits_per_second(bits_per_second);
    }
}

fn pass_on(
    frame: Result<SourceFrame, SourceError>,
    encoder: &VideoEncoder,
    gate: &mut SourceGate,
    next_number: &mut u32,
) -> Option<SenderEvent> {
    match frame {
        Ok(frame) if !gate.admits(&frame, || encoder.request_key_frame()) => None,
        Ok(SourceFrame::Picture(picture)) => {
            (!encoder.submit(picture)).then_some(SenderEvent::Skipped)
        }
        Ok(SourceFrame::Encoded { unit, capture_time }) => {
            let frame_number = *next_number;
            *next_number = frame_number.wrapping_add(1);
            let (data, is_key_frame) = (unit.data, unit.is_key_frame);
            let frame = EncodedFrame { data, is_key_frame, frame_number, capture_time };
            Some(SenderEvent::Frame(frame))
        }
        Err(error) => Some(SenderEvent::SourceFailed(error)),
    }
}

#[cfg(test)]
mod tests {
    use std::sync::mpsc::{Receiver, channel};
    use std::time::Duration;

    use super::*;
    use crate::source::annex_b::AnnexBSource;
    use crate::source::failing_source::FailingSource;
    use crate::source::{SourceOptions, TestCardSource};
    use crate::test_card::frames;
    use crate::time::FrameRate;

    fn start(source: Box<dyn VideoSource>) -> (VideoSender, Receiver<SenderEvent>) {
        let (sender, events) = channel();
        let sink = move |event| drop(sender.send(event));
        let clock = WallClock::new();
        let started = VideoSender::start("test", clock, source, EncoderConfig::default(), sink);
        (started.expect("threads"), events)
    }

    fn next_frame(events: &Receiver<SenderEvent>) -> EncodedFrame {
        let mut frames = events.iter().filter_map(|event| match event {
            SenderEvent::Frame(frame) => Some(frame),
            _ => None,
        });
        frames.next().expect("a frame")
    }

    #[test]
    fn the_test_card_becomes_frames() {
        let size = crate::picture::PictureSize::new(160, 96).expect("valid");
        let frame_rate = FrameRate::new(240, 1).ok();
        let source = TestCardSource::new(&SourceOptions { size, frame_rate });
        let (sender, events) = start(Box::new(source));
        let first = next_frame(&events);
        assert_eq!((first.frame_number, first.is_key_frame), (0, true));
        assert_eq!(next_frame(&events).frame_number, 1);
        sender.request_key_frame();
        assert!((0..1_000).any(|_| next_frame(&events).is_key_frame));
        drop(sender);
        assert!(events.iter().count() < 1_000, "it has ended");
    }

    #[test]
    fn what_was_turned_off_comes_back_with_a_key_frame() {
        let size = crate::picture::PictureSize::new(160, 96).expect("valid");
        let frame_rate = FrameRate::new(240, 1).ok();
        let source = TestCardSource::new(&SourceOptions { size, frame_rate });
        let (sender, events) = start(Box::new(source));
        next_frame(&events);
        for _ in 0..3 {
            sender.set_on(false);
            // What was on its way comes still; then there is silence.
            while events.recv_timeout(Duration::from_millis(200)).is_ok() {}
            sender.set_on(true);
            assert!(next_frame(&events).is_key_frame);
        }
    }

    #[test]
    fn a_failed_source_is_told_after_its_last_frame_was_taken() {
        let (sender, events) = start(Box::new(FailingSource { pictures: 3 }));
        let failed = events.iter().find_map(|event| match event {
            SenderEvent::SourceFailed(error) => Some(error.to_string()),
            _ => None,
        });
        assert_eq!(failed.as_deref(), Some("camera 0 has failed: unplugged"));
        drop(sender);
    }

    #[test]
    fn encoded_frames_pass_unchanged() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("card.264");
        let frames = frames((160, 96), 4, &[]);
        let stream: Vec<u8> = frames.iter().flat_map(|frame| frame.data.clone()).collect();
        std::fs::write(&path, stream).expect("written");
        let frame_rate = FrameRate::new(240, 1).expect("valid");
        let source = AnnexBSource::open(&path, frame_rate).expect("usable");
        let (_sender, events) = start(Box::new(source));
        for number in 0..9 {
            let frame = next_frame(&events);
            assert_eq!(frame.frame_number, number);
            assert_eq!(frame.data, frames[number as usize % 4].data);
        }
    }
}
