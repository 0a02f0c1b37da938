//! A codec of a section, as we write it.

use super::CodecFeedback;
use crate::codec::h264::H264Parameters;

/// A codec of a section, as our side of the description has it.
#[derive(Clone, Debug)]
pub(super) struct SectionCodec {
    /// The payload type we receive it with.
    pub(super) payload_type: u8,
    /// The payload type we receive its packets with when they are sent again, RFC 4588.
    pub(super) retransmission: Option<u8>,
    pub(super) parameters: H264Parameters,
    pub(super) feedback: CodecFeedback,
}

impl SectionCodec {
    /// Whether a payload type is one of its.
    pub(super) fn has(&self, payload_type: u8) -> bool {
        self.payload_type == payload_type || self.retransmission == Some(payload_type)
    }

    /// Whether it is the same format, whatever its level, RFC 6184 section 8.2.2.
    pub(super) fn is_of(&self, parameters: &H264Parameters) -> bool {
        self.parameters.packetization_mode == parameters.packetization_mode
            && self.parameters.profile_level_id.profile() == parameters.profile_level_id.profile()
    }
}
