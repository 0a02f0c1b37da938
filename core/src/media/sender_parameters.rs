//! What a media section sends.

use super::PayloadType;
use crate::rtp::ExtensionIds;

/// How a media section sends, as negotiated.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SenderParameters {
    /// The payload type sent.
    pub payload_type: PayloadType,
    /// The identification tag of the media section, RFC 8843; at most 16 bytes go on the wire.
    pub mid: Option<String>,
    /// The header extensions negotiated.
    pub extensions: ExtensionIds,
    /// Whether the direction allows sending now.
    pub is_active: bool,
}
