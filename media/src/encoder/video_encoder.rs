//! The encoder's thread.

use std::io;
use std::sync::Arc;
use std::thread::{self, JoinHandle};

use super::encoder_controls::EncoderControls;
use super::encoder_worker::EncoderWorker;
use super::{EncoderConfig, SenderEvent};
use crate::mailbox::Latest;
use crate::picture::Picture;
use crate::time::FrameRate;

/// An H.264 encoder on a thread of its own. Of the pictures that come while it is busy it takes
/// the newest. Dropping it ends the thread.
#[derive(Debug)]
pub struct VideoEncoder {
    slot: Latest<Arc<Picture>>,
    controls: Arc<EncoderControls>,
    thread: Option<JoinHandle<()>>,
}

impl VideoEncoder {
    /// Starts the thread under this name (15 bytes show). What comes out goes to `sink`, which is
    /// called on that thread.
    ///
    /// # Errors
    /// When the system gives no thread.
    pub fn start(
        name: &str,
        config: EncoderConfig,
        sink: impl FnMut(SenderEvent) + Send + 'static,
    ) -> io::Result<Self> {
        let slot = Latest::<Arc<Picture>>::new();
        let controls = Arc::new(EncoderControls::new(&config));
        let (pictures, wishes) = (slot.clone(), Arc::clone(&controls));
        let thread = thread::Builder::new().name(name.to_owned()).spawn(move || {
            let mut worker = EncoderWorker::new(config, wishes, sink);
            while let Some(picture) = pictures.take() {
                worker.encode(picture);
            }
        })?;
        Ok(Self { slot, controls, thread: Some(thread) })
    }

    /// Hands over a picture. Returns false where the one before it was not yet taken and is left
    /// out instead.
    pub fn submit(&self, picture: Arc<Picture>) -> bool {
        self.slot.put(picture).is_none()
    }

    /// Makes the next frame an IDR picture.
    pub fn request_key_frame(&self) {
        self.controls.request_key_frame();
    }

    /// Changes the bit rate, in bits a second. This takes a new encoder and so an IDR picture:
    /// not to be done for small changes.
    pub fn set_bits_per_second(&self, bits_per_second: u32) {
        self.controls.change(|config| config.bits_per_second = bits_per_second);
    }

    /// Divides pictures into NAL units of at most so many bytes. If that is a change it takes a new
    /// encoder and so an IDR picture.
    pub fn limit_nal_units(&self, most_bytes: u32) {
        self.controls.change(|config| config.most_nal_unit_bytes = Some(most_bytes));
    }

    /// Pictures come from another source now: how often at most, and whether they get their code. A
    /// change of the rate takes a new encoder and so an IDR picture.
    pub fn follow_source(&self, frame_rate: FrameRate, draws_block_code: bool) {
        self.controls.change(|config| {
            (config.frame_rate, config.draws_block_code) = (frame_rate, draws_block_code);
        });
    }
}

impl Drop for VideoEncoder {
    fn drop(&mut self) {
        self.slot.close();
        if let Some(thread) = self.thread.take() {
            // A panic on that thread has already been printed there.
            let _ = thread.join();
        }
    }
}

#[cfg(test)]
mod tests {
    use std::sync::mpsc::{Receiver, channel};

    use super::*;
    use crate::encoder::EncodedFrame;
    use crate::h264::NalUnits;
    use crate::test_card::card;

    fn start() -> (VideoEncoder, Receiver<SenderEvent>) {
        let (sender, events) = channel();
        let sink = move |event| drop(sender.send(event));
        (VideoEncoder::start("encode", EncoderConfig::default(), sink).expect("a thread"), events)
    }

    fn shared(size: (usize, usize), position: u32) -> Arc<Picture> {
        Arc::new(card(size, position))
    }

    /// Encodes one picture and waits for its frame.
    fn encode(
        encoder: &VideoEncoder,
        events: &Receiver<SenderEvent>,
        position: u32,
    ) -> EncodedFrame {
        assert!(encoder.submit(shared((320, 180), position)), "the slot was empty");
        match events.recv() {
            Ok(SenderEvent::Frame(frame)) => frame,
            other => panic!("a frame should come, not {other:?}"),
        }
    }

    #[test]
    fn frames_are_numbered_and_keep_their_capture_time() {
        let (encoder, events) = start();
        for position in 0..4 {
            let frame = encode(&encoder, &events, position);
            assert_eq!((frame.frame_number, frame.is_key_frame), (position, position == 0));
            assert_eq!(frame.capture_time, card((320, 180), position).capture_time);
        }
    }

    #[test]
    fn a_key_frame_comes_when_asked_for_and_once() {
        let (encoder, events) = start();
        encode(&encoder, &events, 0);
        encoder.request_key_frame();
        encoder.request_key_frame();
        assert!(encode(&encoder, &events, 1).is_key_frame);
        assert!(!encode(&encoder, &events, 2).is_key_frame);
    }

    #[test]
    fn a_new_bit_rate_makes_a_key_frame_and_numbers_go_on() {
        let (encoder, events) = start();
        encode(&encoder, &events, 0);
        encoder.set_bits_per_second(300_000);
        let frame = encode(&encoder, &events, 1);
        assert_eq!((frame.is_key_frame, frame.frame_number), (true, 1));
        assert!(!encode(&encoder, &events, 2).is_key_frame);
    }

    #[test]
    fn nal_units_are_limited_from_a_key_frame_on() {
        let (encoder, events) = start();
        let longest = |frame: &EncodedFrame| {
            let units = NalUnits::new(&frame.data).map(|unit| unit.bytes.len());
            units.max().unwrap_or(0)
        };
        assert!(longest(&encode(&encoder, &events, 0)) > 600);
        encoder.limit_nal_units(600);
        let frame = encode(&encoder, &events, 1);
        assert!(frame.is_key_frame && longest(&frame) <= 600, "{}", longest(&frame));
        encoder.limit_nal_units(600);
        assert!(!encode(&encoder, &events, 2).is_key_frame);
    }

    #[test]
    fn a_failure_is_told_once_and_encoding_goes_on_after_it() {
        let (encoder, events) = start();
        encode(&encoder, &events, 0);
        encoder.submit(shared((4, 4), 1));
        assert!(matches!(events.recv(), Ok(SenderEvent::EncoderFailed(_))));
        encoder.submit(shared((4, 4), 2));
        // The thread may not have taken the second broken picture yet: then this replaces it.
        encoder.submit(shared((320, 180), 3));
        assert!(matches!(events.recv(), Ok(SenderEvent::EncoderRecovered)));
        let Ok(SenderEvent::Frame(frame)) = events.recv() else { panic!("a frame") };
        assert_eq!((frame.is_key_frame, frame.frame_number), (true, 1));
    }

    #[test]
    fn a_change_of_size_makes_a_key_frame() {
        let (encoder, events) = start();
        encode(&encoder, &events, 0);
        encoder.submit(shared((640, 360), 1));
        let Ok(SenderEvent::Frame(frame)) = events.recv() else { panic!("a frame") };
        assert!(frame.is_key_frame);
    }
    #[test]
    fn a_picture_that_is_shown_elsewhere_stays_as_it_is() {
        let (encoder, events) = start();
        let picture = shared((320, 180), 7);
        assert!(encoder.submit(Arc::clone(&picture)));
        assert!(matches!(events.recv(), Ok(SenderEvent::Frame(_))));
        assert_eq!(picture.bytes(), card((320, 180), 7).bytes());
    }

    #[test]
    fn another_source_needs_a_new_encoder_only_for_another_rate() {
        let (encoder, events) = start();
        encode(&encoder, &events, 0);
        encoder.follow_source(FrameRate::default(), false);
        assert!(!encode(&encoder, &events, 1).is_key_frame);
        encoder.follow_source(FrameRate::new(10, 1).expect("valid"), false);
        assert!(encode(&encoder, &events, 2).is_key_frame);
    }
}
