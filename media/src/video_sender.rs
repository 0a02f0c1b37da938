//! One direction of a call, from the source to encoded frames.

use std::io;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError};

use crate::capture::CaptureThread;
use crate::encoder::{EncoderConfig, SenderEvent, VideoEncoder};
use crate::picture::PictureFeed;
use crate::sending::Sending;
use crate::source::{SourceOpener, VideoSource};
use crate::source_gate::SourceGate;
use crate::time::WallClock;

/// A source and an encoder, each on its thread. The source can be switched at any time, without a
/// word to the other side: the new one begins with a key frame, of its own size. Frames that the
/// source has encoded already pass the encoder by. Dropping it ends both threads.
#[derive(Debug)]
pub struct VideoSender {
    // Dropped first: it hands pictures to the encoder.
    capture: CaptureThread,
    encoder: Arc<VideoEncoder>,
    is_on: Arc<AtomicBool>,
}

impl VideoSender {
    /// Starts both threads, named `name` with `-capture` and `-encode` behind (15 bytes show), with a
    /// source that is open. What comes out goes to `sink`, which is called on either of them, never
    /// on both at once.
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
        let sender = Self::prepare(name, clock, config, None, sink)?;
        sender.switch(Some(Box::new(move || Ok(source))));
        Ok(sender)
    }

    /// As [`VideoSender::start`], but without a source: [`VideoSender::switch`] brings one. The
    /// pictures that are sent are shown in `own`, where that is given, as they were taken.
    ///
    /// # Errors
    /// When the system gives no threads.
    pub fn prepare(
        name: &str,
        clock: WallClock,
        config: EncoderConfig,
        own: Option<PictureFeed>,
        sink: impl FnMut(SenderEvent) + Send + 'static,
    ) -> io::Result<Self> {
        let sink = Arc::new(Mutex::new(sink));
        let encoded = Arc::clone(&sink);
        let encoder = VideoEncoder::start(&format!("{name}-encode"), config, move |event| {
            (encoded.lock().unwrap_or_else(PoisonError::into_inner))(event);
        })?;
        let encoder = Arc::new(encoder);
        let is_on = Arc::new(AtomicBool::new(true));
        let gate = SourceGate::new(Arc::clone(&is_on));
        let mut sending = Sending::new(Arc::clone(&encoder), gate, config, own);
        let name = format!("{name}-capture");
        let capture = CaptureThread::start(&name, clock, move |captured| {
            if let Some(event) = sending.pass_on(captured) {
                (sink.lock().unwrap_or_else(PoisonError::into_inner))(event);
            }
        })?;
        Ok(Self { capture, encoder, is_on })
    }

    /// Takes pictures from another source from now on, or from none. It is opened on the source's
    /// thread; [`SenderEvent`]s say what came of it. Returns at once.
    pub fn switch(&self, opener: Option<SourceOpener>) {
        self.capture.switch(opener);
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

#[cfg(test)]
mod tests {
    use std::sync::mpsc::{Receiver, channel};
    use std::time::Duration;

    use super::*;
    use crate::encoder::EncodedFrame;
    use crate::h264::{NalUnits, SequenceParameterSet};
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
    fn card(width: usize) -> Option<SourceOpener> {
        let size = crate::picture::PictureSize::new(width, 96).expect("valid");
        let options = SourceOptions { size, frame_rate: FrameRate::new(240, 1).ok() };
        Some(Box::new(move || Ok(Box::new(TestCardSource::new(&options)))))
    }

    /// The width that a key frame tells; `None` of others.
    fn width_of(frame: &EncodedFrame) -> Option<usize> {
        let mut units = NalUnits::new(&frame.data);
        Some(units.find_map(|unit| SequenceParameterSet::parse(&unit))?.size.0)
    }

    #[test]
    fn another_source_follows_with_a_key_frame_of_its_size() {
        let (sender, events) = start_with(card(160));
        assert_eq!(width_of(&next_frame(&events)), Some(160));
        sender.switch(card(320));
        let changed = (0..1_000).map(|_| next_frame(&events)).find_map(|frame| width_of(&frame));
        assert_eq!(changed, Some(320));
        sender.switch(None);
        assert!(events.iter().any(|event| matches!(event, SenderEvent::SourceClosed)));
        sender.switch(card(160));
        let again = (0..1_000).map(|_| next_frame(&events)).find_map(|frame| width_of(&frame));
        assert_eq!(again, Some(160));
    }

    fn start_with(opener: Option<SourceOpener>) -> (VideoSender, Receiver<SenderEvent>) {
        let (sender, events) = channel();
        let sink = move |event| drop(sender.send(event));
        let (clock, config) = (WallClock::new(), EncoderConfig::default());
        let started = VideoSender::prepare("test", clock, config, None, sink).expect("threads");
        started.switch(opener);
        (started, events)
    }

    #[test]
    fn own_pictures_are_shown_as_taken_while_they_are_sent() {
        let (sender, events) = channel();
        let (bell, rung) = channel();
        let own = PictureFeed::new(move || bell.send(()).unwrap_or(()));
        let sink = move |event| drop(sender.send(event));
        let (clock, config) = (WallClock::new(), EncoderConfig::default());
        let feed = Some(own.clone());
        let sender = VideoSender::prepare("test", clock, config, feed, sink).expect("threads");
        sender.switch(card(160));
        rung.recv().expect("a picture");
        let shown = own.latest().expect("a picture");
        assert_eq!(shown.size().width(), 160);
        assert!(crate::block_code::BlockCode::read(&shown).is_none(), "drawn for the others only");
        next_frame(&events);
        sender.switch(None);
        assert!(events.iter().any(|event| matches!(event, SenderEvent::SourceClosed)));
        assert!(own.latest().is_none());
    }
}
