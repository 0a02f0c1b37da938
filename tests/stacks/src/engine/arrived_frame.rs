//! A frame that another stack has put together.

use std::sync::Arc;
use std::time::Instant;

/// A frame that another stack has put together.
#[derive(Clone, Debug)]
pub struct ArrivedFrame {
    /// The RTP timestamp on the wire, in units of 90 kHz.
    pub timestamp: u32,
    /// NAL units in Annex B format.
    pub data: Arc<[u8]>,
    /// Whether the stack says that nothing is missing between the frame before and this one.
    pub follows: bool,
    /// When its first packet came, if the stack says it.
    pub first_arrival: Instant,
}
