//! The encoder's thread.

use std::io;
use std::sync::Arc;
use std::thread::{self, JoinHandle};

use super::encoder_controls::EncoderControls;
use super::encoder_worker::EncoderWorker;
use super::{EncoderConfig, SenderEvent};
use crate::mailbox::Latest;
use crate::picture::Picture;

/// An H.264 encoder on a thread of its own. Of the pictures that come while it is busy it takes
/// the newest. Dropping it ends the thread.
#[derive(Debug)]
pub struct VideoEncoder {
    slot: Latest<Picture>,
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
        let slot = Latest::<Picture>::new();
        let controls = Arc::new(EncoderControls::new(config.bits_per_second));
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
    pub fn submit(&self, picture: Picture) -> bool {
        self.slot.put(picture).is_none()
    }

    /// Makes the next frame an IDR picture.
    pub fn request_key_frame(&self) {
        self.controls.request_key_frame();
    }

    /// Changes the bit rate, in bits a second. This takes a new encoder and so an IDR picture:
    /// not to be done for small changes.
    pub fn set_bits_per_second(&self, bits_per_second: u32) {
        self.controls.set_bits_per_second(bits_per_second);
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
