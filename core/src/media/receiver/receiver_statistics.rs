//! Statistics of a received stream.

use std::time::Duration;

use crate::media::DropCounts;
use crate::media::jitter_buffer::JitterBuffer;

/// What a media section received, counted since it was added.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ReceiverStatistics {
    /// The source received now or last.
    pub ssrc: Option<u32>,
    /// RTP packets received, duplicates, late ones and retransmissions included.
    pub packets_received: u64,
    /// Payload bytes of them, without headers and padding.
    pub bytes_received: u64,
    /// Packets received as retransmissions in a stream of their own, RFC 4588.
    pub retransmitted_packets_received: u64,
    /// Payload bytes of them, without the numbers of the originals.
    pub retransmitted_bytes_received: u64,
    /// Packets without payload in that stream: padding, with which a sender looks for bandwidth.
    pub padding_packets_received: u64,
    /// Packets that were missing and came because they were asked for.
    pub packets_repaired: u64,
    /// Packets lost of the present source, RFC 3550 section 6.4.1; negative with duplicates.
    pub packets_lost: i64,
    /// The fraction lost between the last two reports, in 1/256.
    pub fraction_lost: u8,
    /// The interarrival jitter, RFC 3550 section 6.4.1.
    pub jitter: Duration,
    /// Frames that arrived whole.
    pub frames_received: u64,
    /// Key frames among them.
    pub key_frames_received: u64,
    /// Frames handed over.
    pub frames_released: u64,
    /// The time between a frame's first packet and its release, in sum over all released.
    pub jitter_buffer_delay: Duration,
    /// The playout delay that the jitter asks for now.
    pub playout_delay: Duration,
    /// Packets that wait in the jitter buffer.
    pub packets_held: usize,
    /// Bytes of them.
    pub bytes_held: usize,
    /// Generic NACKs sent.
    pub nacks_sent: u64,
    /// Packets that they asked for, each as often as it was asked for.
    pub packets_requested: u64,
    /// Picture loss indications sent.
    pub picture_loss_indications_sent: u64,
    /// Full intra requests sent.
    pub full_intra_requests_sent: u64,
    /// Packets dropped, by reason.
    pub drops: DropCounts,
}

impl ReceiverStatistics {
    /// Adds what a jitter buffer has counted.
    pub(super) fn add_buffer(&mut self, buffer: &JitterBuffer) {
        let (frames, key_frames) = buffer.completed();
        let (released, delay) = buffer.released();
        self.frames_received += frames;
        self.key_frames_received += key_frames;
        self.frames_released += released;
        self.jitter_buffer_delay += delay;
        self.drops.merge(buffer.drops());
    }
}
