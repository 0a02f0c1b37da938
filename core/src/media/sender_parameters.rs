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
    /// Whether the other side may ask for lost packets: generic NACKs are negotiated.
    pub generic_nack: bool,
    /// The payload type that carries lost packets again, RFC 4588; `None` if they are sent again
    /// as they were.
    pub retransmission: Option<u8>,
    /// Whether the direction allows sending now.
    pub is_active: bool,
}
