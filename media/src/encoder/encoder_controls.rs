//! What a running encoder is told.

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Mutex, PoisonError};

use super::EncoderConfig;

/// The wishes that reach the encoder's thread with the next picture.
#[derive(Debug)]
pub(super) struct EncoderControls {
    key_frame: AtomicBool,
    config: Mutex<EncoderConfig>,
}

impl EncoderControls {
    pub(super) fn new(config: &EncoderConfig) -> Self {
        Self { key_frame: AtomicBool::new(false), config: Mutex::new(*config) }
    }

    pub(super) fn request_key_frame(&self) {
        self.key_frame.store(true, Ordering::Relaxed);
    }

    pub(super) fn take_key_frame_request(&self) -> bool {
        self.key_frame.swap(false, Ordering::Relaxed)
    }

    pub(super) fn change(&self, change: impl FnOnce(&mut EncoderConfig)) {
        change(&mut self.config.lock().unwrap_or_else(PoisonError::into_inner));
    }

    pub(super) fn config(&self) -> EncoderConfig {
        *self.config.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
