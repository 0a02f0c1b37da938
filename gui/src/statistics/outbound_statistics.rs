//! The video sent.

use serde::Serialize;

/// The video sent: `RTCOutboundRtpStreamStats`.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct OutboundStatistics {
    /// `video`.
    pub kind: &'static str,
    /// Its synchronization source.
    pub ssrc: u32,
    /// RTP packets sent, retransmissions included.
    pub packets_sent: u64,
    /// Bytes of their payloads.
    pub bytes_sent: u64,
    /// Retransmissions among the packets.
    pub retransmitted_packets_sent: u64,
    /// Bytes of their payloads.
    pub retransmitted_bytes_sent: u64,
    /// Frames that were encoded, or read from a file that is encoded already.
    pub frames_encoded: u64,
    /// Key frames among them.
    pub key_frames_encoded: u64,
    /// Frames sent whole.
    pub frames_sent: u64,
    /// Picture loss indications received.
    pub pli_count: u64,
    /// Full intra requests received.
    pub fir_count: u64,
    /// Generic NACKs received.
    pub nack_count: u64,
    /// The width of the pictures, in samples.
    pub frame_width: Option<usize>,
    /// The height of the pictures, in samples.
    pub frame_height: Option<usize>,
}
