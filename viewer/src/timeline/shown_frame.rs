//! A frame that was shown.

use std::time::Duration;

use roomrtc_core::base::Time;

/// A frame that was delivered and could be decoded.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ShownFrame {
    /// When, in the world's time.
    pub time: Time,
    /// When it was sent; in a recording, when its first packet arrived.
    pub sent: Time,
    /// The timestamp of its packets.
    pub timestamp: u32,
}

impl ShownFrame {
    /// How long it took.
    pub fn delay(&self) -> Duration {
        self.time.since(self.sent)
    }
}
