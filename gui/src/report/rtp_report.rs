//! RTP packets and bytes.

use serde::Serialize;

/// RTP packets and the bytes of their payloads, RFC 3550.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize)]
pub struct RtpReport {
    /// Packets sent.
    pub packets_sent: u64,
    /// Packets received.
    pub packets_received: u64,
    /// Payload bytes sent.
    pub bytes_sent: u64,
    /// Payload bytes received.
    pub bytes_received: u64,
}
