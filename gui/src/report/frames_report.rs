//! Frames on their way.

use serde::Serialize;

/// Frames sent and received, counted by what the pixels of the decoded pictures say.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize)]
pub struct FramesReport {
    /// Frames handed to the packetizer.
    pub sent: u64,
    /// Frames that came out of the jitter buffer.
    pub received: u64,
    /// Pictures that came out of the decoder.
    pub decoded: u64,
    /// Frames that were sent but not decoded, by the numbers in the pictures.
    pub lost: u64,
    /// Pictures whose number had been seen before.
    pub repeated: u64,
    /// Decoded pictures a second, from the first to the last.
    pub per_second: f64,
}
