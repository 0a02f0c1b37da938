//! Statistics of a sent stream.

use super::RemoteReception;
use crate::media::DropCounts;

/// What a media section sent, counted since it was added.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct SenderStatistics {
    /// The source sent.
    pub ssrc: u32,
    /// RTP packets sent, retransmissions included.
    pub packets_sent: u64,
    /// Payload bytes of them, without headers and padding.
    pub bytes_sent: u64,
    /// Retransmissions among the packets.
    pub retransmitted_packets_sent: u64,
    /// Payload bytes of them.
    pub retransmitted_bytes_sent: u64,
    /// Frames sent whole.
    pub frames_sent: u64,
    /// Key frames among them.
    pub key_frames_sent: u64,
    /// Picture loss indications received.
    pub picture_loss_indications_received: u64,
    /// Full intra requests received, repetitions included.
    pub full_intra_requests_received: u64,
    /// Generic NACKs received.
    pub nacks_received: u64,
    /// Packets that they asked for.
    pub nacked_packets: u64,
    /// Of those, the ones not sent again: they are on their way already, too old, or more than may
    /// be sent again.
    pub retransmissions_refused: u64,
    /// The bit rate that the other side limits the stream to, in bits a second.
    pub bitrate_limit: Option<u64>,
    /// What the other side says of its reception; `None` before the first report.
    pub remote: Option<RemoteReception>,
    /// Bytes of frames that wait to be sent.
    pub bytes_queued: usize,
    /// Packets kept to be sent again.
    pub packets_kept: usize,
    /// Bytes of them.
    pub bytes_kept: usize,
    /// Frames not sent, by reason.
    pub drops: DropCounts,
}
