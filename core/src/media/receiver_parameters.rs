//! What a media section receives.

use super::{FeedbackSupport, PayloadType, RetransmissionType};

/// How a media section receives, as negotiated.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReceiverParameters {
    /// The payload types that may come.
    pub payload_types: Vec<PayloadType>,
    /// The payload types that carry packets of these again.
    pub retransmissions: Vec<RetransmissionType>,
    /// The identification tag of the media section, RFC 8843.
    pub mid: Option<String>,
    /// The identifier of the header extension that carries the tag, the same in all sections of a
    /// bundle.
    pub mid_extension: Option<u8>,
    /// The sources that the other side's description names: `a=ssrc`.
    pub ssrcs: Vec<u32>,
    /// The sources of retransmissions that it names, each with the source that it repairs:
    /// `a=ssrc-group:FID`.
    pub repairs: Vec<(u32, u32)>,
    /// The feedback that may be sent.
    pub feedback: FeedbackSupport,
    /// Parameter sets out of band, as NAL units: `sprop-parameter-sets` decoded.
    pub parameter_sets: Vec<Vec<u8>>,
    /// Whether the direction allows receiving now.
    pub is_active: bool,
}
