//! What a running encoder is told.

use std::sync::atomic::{AtomicBool, AtomicU32, Ordering};

/// The wishes that reach the encoder's thread with the next picture.
#[derive(Debug)]
pub(super) struct EncoderControls {
    key_frame: AtomicBool,
    bits_per_second: AtomicU32,
}

impl EncoderControls {
    pub(super) fn new(bits_per_second: u32) -> Self {
        Self { key_frame: AtomicBool::new(false), bits_per_second: bits_per_second.into() }
    }

    pub(super) fn request_key_frame(&self) {
        self.key_frame.store(true, Ordering::Relaxed);
    }

    pub(super) fn take_key_frame_request(&self) -> bool {
        self.key_frame.swap(false, Ordering::Relaxed)
    }

    pub(super) fn set_bits_per_second(&self, bits_per_second: u32) {
        self.bits_per_second.store(bits_per_second, Ordering::Relaxed);
    }

    pub(super) fn bits_per_second(&self) -> u32 {
        self.bits_per_second.load(Ordering::Relaxed)
    }
}
