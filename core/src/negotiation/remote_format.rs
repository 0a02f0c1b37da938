//! A format of the other side's.

use super::CodecFeedback;
use crate::codec::h264::H264Parameters;

/// An H.264 format that a section of the other side's lists.
#[derive(Clone, Debug)]
pub(super) struct RemoteFormat {
    pub(super) payload_type: u8,
    pub(super) parameters: H264Parameters,
    pub(super) feedback: CodecFeedback,
    /// The payload type that carries its packets when they are sent again, RFC 4588.
    pub(super) retransmission: Option<u8>,
}
