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
