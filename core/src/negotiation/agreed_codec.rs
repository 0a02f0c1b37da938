//! A codec that both sides agreed on.

use super::CodecFeedback;
use crate::codec::h264::{H264Agreement, H264Parameters};

/// A codec that both sides agreed on: H.264 at 90 kHz, RFC 6184.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AgreedCodec {
    /// The payload type to send with: the other side's.
    pub send_payload_type: u8,
    /// The payload type that the other side sends with: ours. Answers repeat those of the offer,
    /// so the two are almost always equal.
    pub receive_payload_type: u8,
    /// The payload type to send lost packets again with, RFC 4588; `None` if they are sent again
    /// as they were.
    pub send_retransmission: Option<u8>,
    /// The payload type that the other side sends them again with.
    pub receive_retransmission: Option<u8>,
    /// Packetization mode and levels.
    pub format: H264Agreement,
    /// What the other side says of the format.
    pub remote_parameters: H264Parameters,
    /// The feedback that both sides take.
    pub feedback: CodecFeedback,
}
