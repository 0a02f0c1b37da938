//! A jitter buffer from one moment on.

use roomrtc_core::base::Time;
use roomrtc_core::media::JitterBufferState;

/// A jitter buffer from one moment on, until the next.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct BufferPoint {
    /// Since when, in the world's time.
    pub time: Time,
    /// What it holds and waits for.
    pub state: JitterBufferState,
}

impl BufferPoint {
    /// The sequence number, as on the wire, of the packet that is waited for.
    pub fn waits_for(&self) -> Option<u16> {
        self.state.is_waiting.then_some(self.state.next as u16)
    }
}
