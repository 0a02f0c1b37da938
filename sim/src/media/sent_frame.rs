//! A frame that was sent.

use roomrtc_core::base::Time;

/// What is known of a frame that was sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SentFrame {
    /// Its number.
    pub number: u64,
    /// When it was captured, in the world's time.
    pub captured: Time,
    /// Its RTP timestamp as the application gave it.
    pub timestamp: u32,
    /// Whether it can be decoded without what came before.
    pub is_key_frame: bool,
    /// How many bytes it has.
    pub length: usize,
    /// The xxh3-64 of its bytes.
    pub digest: u64,
}
