//! One direction of a call, from the source to encoded frames.

use std::io;
use std::sync::{Arc, Mutex, PoisonError};

use crate::capture::CaptureThread;
use crate::encoder::{EncodedFrame, EncoderConfig, SenderEvent, VideoEncoder};
use crate::source::{SourceError, SourceFrame, VideoSource};
use crate::time::WallClock;

/// A source and an encoder, each on its thread. Frames that the source has encoded already pass
/// the encoder by. Dropping it ends both threads.
#[derive(Debug)]
pub struct VideoSender {
    // Dropped first: it hands pictures to the encoder.
    capture: CaptureThread,
    encoder: Arc<VideoEncoder>,
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
        let pictures = Arc::clone(&encoder);
        let mut next_number = 0;
        let capture =
            CaptureThread::start(&format!("{name}-capture"), clock, source, move |frame| {
                if let Some(event) = pass_on(frame, &pictures, &mut next_number) {
                    (sink.lock().unwrap_or_else(PoisonError::into_inner))(event);
                }
            })?;
        Ok(Self { capture, encoder })
    }

    /// Makes the next frame a key frame; of a file that is encoded already, the next frame is its
    /// next key frame.
    pub fn request_key_frame(&self) {
        self.capture.request_key_frame();
        self.encoder.request_key_frame();
    }

    /// Changes the bit rate, in bits a second; see [`VideoEncoder::set_bits_per_second`].
    pub fn set_bits_per_second(&self, bits_per_second: u32) {
        self.encoder.set_bits_per_second(bits_per_second);
    }
}

fn pass_on(
    frame: Result<SourceFrame, SourceError>,
    encoder: &VideoEncoder,
    next_number: &mut u32,
) -> Option<SenderEvent> {
    match frame {
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
