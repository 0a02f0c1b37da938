//! A real decoder behind the simulated jitter buffer.

use std::sync::{Arc, Mutex};

use roomrtc_core::base::Time;
use roomrtc_media::block_code::BlockCode;
use roomrtc_media::decoder::H264Decoder;
use roomrtc_media::picture::PicturePool;
use roomrtc_sim::media::FrameViewer;
use roomrtc_sim::trace::{FrameEvent, FrameFate};

use super::seen_picture::SeenPicture;

/// Decodes what the engine says can be decoded, and reads the codes of the pictures.
#[derive(Debug)]
pub(super) struct PictureViewer {
    decoder: H264Decoder,
    seen: Arc<Mutex<Vec<SeenPicture>>>,
}

impl PictureViewer {
    pub(super) fn new(seen: Arc<Mutex<Vec<SeenPicture>>>) -> PictureViewer {
        PictureViewer { decoder: H264Decoder::new().expect("a decoder"), seen }
    }
}

impl FrameViewer for PictureViewer {
    fn view(&mut self, _: Time, frame: &FrameEvent, data: &[u8]) {
        if frame.fate != FrameFate::Received {
            return;
        }
        let picture = self.decoder.decode(data, &PicturePool::default());
        let picture = picture.unwrap_or_else(|error| panic!("frame {}: {error}", frame.number));
        let code = picture.as_ref().and_then(BlockCode::read);
        let seen = SeenPicture { number: frame.number, is_key_frame: frame.is_key_frame, code };
        self.seen.lock().expect("not poisoned").push(seen);
    }

    /// A decoder's state cannot be copied.
    fn snapshot(&self) -> Option<Box<dyn FrameViewer>> {
        None
    }
}
