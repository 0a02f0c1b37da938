//! Settings of the media engine.

use std::time::Duration;

use super::JitterBufferConfig;
use crate::rtcp::NtpTime;

/// Settings of a [`super::MediaEngine`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MediaConfig {
    /// The canonical name, RFC 3550 section 6.5.1, of which at most 64 bytes are sent. `None` for
    /// one drawn from the seed, RFC 7022 section 4.2.
    pub cname: Option<String>,
    /// The most bytes of an RTP packet before protection, header included.
    pub maximum_packet_size: usize,
    /// The wall clock when the session began: time since 1 January 1900.
    pub wall_clock: Duration,
    /// The bandwidth of the session in bits a second. RTCP takes 5 % of it, RFC 3550 section 6.2.
    pub session_bandwidth: u64,
    /// The least mean interval of regular reports: `T_rr_interval` of RFC 4585 section 3.4.
    pub regular_report_interval: Duration,
    /// Whether RTCP may be sent in reduced size, RFC 5506.
    pub reduced_size: bool,
    /// The least time between two requests for a key frame to the application.
    pub key_frame_interval: Duration,
    /// The most bytes of frames that wait to be sent, for each sender.
    pub maximum_queue: usize,
    /// The jitter buffers.
    pub jitter_buffer: JitterBufferConfig,
}

impl Default for MediaConfig {
    /// Packets of 1,200 bytes, 2.5 Mbit/s of which RTCP takes 125 kbit/s, regular reports every
    /// second on average, key frames at most every 300 ms, 2 MiB of frames that wait.
    fn default() -> MediaConfig {
        MediaConfig {
            cname: None,
            maximum_packet_size: 1_200,
            wall_clock: Duration::from_secs(NtpTime::UNIX_EPOCH_SECONDS),
            session_bandwidth: 2_500_000,
            regular_report_interval: Duration::from_secs(1),
            reduced_size: false,
            key_frame_interval: Duration::from_millis(300),
            maximum_queue: 2 << 20,
            jitter_buffer: JitterBufferConfig::default(),
        }
    }
}
