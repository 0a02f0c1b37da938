//! What a sender report says of its sender.

use super::NtpTime;

/// The sender information of a sender report, RFC 3550 section 6.4.1.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct SenderInformation {
    /// The wall clock when the report was sent.
    pub ntp: NtpTime,
    /// The same moment as an RTP timestamp of the stream.
    pub rtp_timestamp: u32,
    /// RTP packets sent so far.
    pub packet_count: u32,
    /// Payload bytes sent so far.
    pub octet_count: u32,
}
