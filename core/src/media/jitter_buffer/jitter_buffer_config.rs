//! Settings of a jitter buffer.

use std::time::Duration;

/// Settings of a jitter buffer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct JitterBufferConfig {
    /// The least playout delay. With none, a frame is released when it is complete as long as
    /// there is no jitter.
    pub delay_floor: Duration,
    /// The largest playout delay.
    pub delay_ceiling: Duration,
    /// How long a gap is waited for at least; longer where packets have been seen to be
    /// overtaken by more.
    pub gap_wait: Duration,
    /// How long a gap is waited for at most.
    pub gap_wait_ceiling: Duration,
    /// The most packets held; raised to a power of two.
    pub maximum_packets: usize,
    /// The most bytes of packets held.
    pub maximum_bytes: usize,
}

impl Default for JitterBufferConfig {
    /// No delay up to half a second, gaps for 40 to 300 ms, 2,048 packets, 3 MiB.
    fn default() -> JitterBufferConfig {
        JitterBufferConfig {
            delay_floor: Duration::ZERO,
            delay_ceiling: Duration::from_millis(500),
            gap_wait: Duration::from_millis(40),
            gap_wait_ceiling: Duration::from_millis(300),
            maximum_packets: 2_048,
            maximum_bytes: 3 << 20,
        }
    }
}
