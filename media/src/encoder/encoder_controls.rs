//! What a running encoder is told.

use std::sync::atomic::{AtomicBool, AtomicU32, Ordering};

use super::EncoderConfig;

/// The wishes that reach the encoder's thread with the next picture.
#[derive(Debug)]
pub(super) struct EncoderControls {
    key_frame: AtomicBool,
    bits_per_second: AtomicU32,
    /// All that there are: there is no limit.
    most_nal_unit_bytes: AtomicU32,
}

impl EncoderControls {
    pub(super) fn new(config: &EncoderConfig) -> Self {
        Self {
            key_frame: AtomicBool::new(false),
            bits_per_second: config.bits_per_second.into(),
            most_nal_unit_bytes: config.most_nal_unit_bytes.unwrap_or(u32::MAX).into(),
        }
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

    pub(super) fn limit_nal_units(&self, most_bytes: u32) {
        self.most_nal_unit_bytes.store(most_bytes, Ordering::Relaxed);
    }

    pub(super) fn most_nal_unit_bytes(&self) -> Option<u32> {
        Some(self.most_nal_unit_bytes.load(Ordering::Relaxed)).filter(|most| *most < u32::MAX)
    }
}
