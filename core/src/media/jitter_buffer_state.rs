//! What a jitter buffer holds and waits for.

/// A jitter buffer at one moment.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct JitterBufferState {
    /// Packets held.
    pub packets: usize,
    /// Bytes of them.
    pub bytes: usize,
    /// Whole frames that wait for their time.
    pub frames: usize,
    /// The extended sequence number of the first packet that is in no frame yet.
    pub next: u64,
    /// Whether the packet numbered `next` is missing while later ones are there: it is waited for.
    pub is_waiting: bool,
    /// Whether frames that are no key frames are dropped, because they refer to something lost.
    pub is_awaiting_key_frame: bool,
}
