//! The decoder's thread.

use std::io;
use std::thread::{self, JoinHandle};

use super::decoder_worker::DecoderWorker;
use super::{DecodeError, DecoderEvent};
use crate::h264::AccessUnit;
use crate::mailbox::DecodeQueue;

/// An H.264 decoder on a thread of its own. Dropping it forgets what is queued and ends the
/// thread.
#[derive(Debug)]
pub struct VideoDecoder {
    queue: DecodeQueue,
    thread: Option<JoinHandle<()>>,
}

impl VideoDecoder {
    /// The most frames that wait: a second of video at 30 frames a second.
    pub const QUEUED_FRAMES: usize = 30;

    /// Starts the thread under this name (15 bytes show). What comes out goes to `sink`, which is
    /// called on that thread.
    ///
    /// # Errors
    /// When the system gives no thread.
    pub fn start(name: &str, sink: impl FnMut(DecoderEvent) + Send + 'static) -> io::Result<Self> {
        let queue = DecodeQueue::new(Self::QUEUED_FRAMES);
        let frames = queue.clone();
        let thread = thread::Builder::new().name(name.to_owned()).spawn(move || {
            let mut worker = DecoderWorker::new(sink);
            while let Some(frame) = frames.take() {
                worker.decode(&frame);
            }
        })?;
        Ok(Self { queue, thread: Some(thread) })
    }

    /// Hands over a frame, in decoding order.
    ///
    /// # Errors
    /// [`DecodeError::Overloaded`] where the decoder has fallen behind: what waited is dropped,
    /// and frames are refused until a key frame comes.
    pub fn submit(&self, frame: AccessUnit) -> Result<(), DecodeError> {
        if self.queue.put(frame) { Ok(()) } else { Err(DecodeError::Overloaded) }
    }

    /// Decodes all that waits and ends the thread.
    pub fn finish(mut self) {
        self.queue.close();
        self.join();
    }

    fn join(&mut self) {
        if let Some(thread) = self.thread.take() {
            // A panic on that thread has already been printed there.
            let _ = thread.join();
        }
    }
}

impl Drop for VideoDecoder {
    fn drop(&mut self) {
        self.queue.close_now();
        self.join();
    }
}

#[cfg(test)]
mod tests {
    use std::sync::mpsc::{Receiver, channel};

    use super::*;
    use crate::block_code::BlockCode;
    use crate::test_card::frames;

    fn start() -> (VideoDecoder, Receiver<DecoderEvent>) {
        let (sender, events) = channel();
        (
            VideoDecoder::start("decode", move |event| drop(sender.send(event))).expect("started"),
            events,
        )
    }

    /// The numbers of the frames that were shown, and the errors in between.
    fn decode(frames: &[AccessUnit]) -> Vec<Result<u32, DecodeError>> {
        let (decoder, events) = start();
        for frame in frames {
            decoder.submit(frame.clone()).expect("not overloaded");
        }
        decoder.finish();
        let results = events.iter().map(|event| match event {
            DecoderEvent::Picture { picture, .. } => {
                Ok(BlockCode::read(&picture).expect("a code").frame_number)
            }
            DecoderEvent::KeyFrameNeeded(error) => Err(error),
        });
        results.collect()
    }

    #[test]
    fn frames_before_the_first_key_frame_ask_for_one_once() {
        let frames = frames((320, 180), 8, &[4]);
        assert_eq!(
            decode(&frames[2..]),
            [Err(DecodeError::NoKeyFrame), Ok(4), Ok(5), Ok(6), Ok(7)]
        );
    }

    #[test]
    fn a_loss_asks_for_a_key_frame_and_decoding_goes_on_there() {
        let mut frames = frames((320, 180), 9, &[6]);
        frames.remove(2);
        let results = decode(&frames);
        assert!(matches!(results[2], Err(DecodeError::Decode { .. })), "{results:?}");
        let shown: Vec<u32> = results.into_iter().flatten().collect();
        assert_eq!(shown, [0, 1, 6, 7, 8]);
    }

    #[test]
    fn a_broken_key_frame_asks_again() {
        let mut frames = frames((320, 180), 5, &[2, 4]);
        frames[0].data.truncate(60);
        frames[2].data.truncate(60);
        let results = decode(&frames);
        let errors = results.iter().filter(|result| result.is_err()).count();
        assert_eq!((errors, results.last()), (2, Some(&Ok(4))), "{results:?}");
    }

    #[test]
    fn dropping_a_decoder_ends_its_thread() {
        let (decoder, events) = start();
        drop(decoder);
        assert!(events.recv().is_err());
    }
}
