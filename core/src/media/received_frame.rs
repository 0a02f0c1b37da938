//! A frame that arrived whole.

use crate::base::Time;

/// What is known of a frame that `poll_frame` appended to the caller's buffer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ReceivedFrame {
    /// The index of the media section.
    pub media: usize,
    /// The RTP timestamp on the wire, in units of the codec's clock.
    pub timestamp: u32,
    /// Bytes appended: H.264 in Annex B byte-stream format.
    pub length: usize,
    /// Whether it is an IDR picture with its parameter sets: decodable without what came before.
    pub is_key_frame: bool,
    /// Whether every frame since the last key frame was delivered, so that it can be decoded.
    pub is_decodable: bool,
    /// When its first packet arrived.
    pub first_arrival: Time,
    /// When its last packet arrived.
    pub last_arrival: Time,
}
