//! Memory that is used again and again.

use crate::link::Onward;

/// Buffers that are empty between two steps, so that a step allocates nothing.
#[derive(Debug, Default)]
pub(super) struct Scratch {
    /// Payload buffers that can be used again.
    pub(super) buffers: Vec<Vec<u8>>,
    pub(super) transmit: Vec<u8>,
    pub(super) onward: Vec<Onward>,
    pub(super) frame: Vec<u8>,
    /// The host that has received something and was not heard out yet.
    pub(super) reached: Option<usize>,
    /// Whether a client is being heard out.
    pub(super) is_settling: bool,
}
