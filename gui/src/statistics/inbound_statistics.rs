//! The video received.

use serde::Serialize;

/// The video received: `RTCInboundRtpStreamStats`.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct InboundStatistics {
    /// `video`.
    pub kind: &'static str,
    /// Its synchronization source.
    pub ssrc: Option<u32>,
    /// RTP packets received, retransmissions included.
    pub packets_received: u64,
    /// Bytes of their payloads.
    pub bytes_received: u64,
    /// Packets that came as retransmissions in a stream of their own.
    pub retransmitted_packets_received: u64,
    /// Bytes of their payloads.
    pub retransmitted_bytes_received: u64,
    /// Packets lost; duplicates count against them.
    pub packets_lost: i64,
    /// The interarrival jitter, in seconds.
    pub jitter: f64,
    /// Frames that arrived whole.
    pub frames_received: u64,
    /// Pictures that came out of the decoder.
    pub frames_decoded: u64,
    /// Of these, those that came out with a key frame.
    pub key_frames_decoded: u64,
    /// Picture loss indications sent.
    pub pli_count: u64,
    /// Full intra requests sent.
    pub fir_count: u64,
    /// Generic NACKs sent.
    pub nack_count: u64,
    /// The width of the last picture, in samples.
    pub frame_width: Option<usize>,
    /// The height of the last picture, in samples.
    pub frame_height: Option<usize>,
    /// How often the picture stood still.
    pub freeze_count: u64,
    /// For how long in all, in seconds.
    pub total_freezes_duration: f64,
    /// The time from a frame's first packet to its release, in sum, in seconds.
    pub jitter_buffer_delay: f64,
    /// Frames released to the decoder.
    pub jitter_buffer_emitted_count: u64,
}
