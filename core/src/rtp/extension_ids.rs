//! Which identifiers the header extensions in use have.

/// The identifiers that negotiation gave to the header extensions known here, `a=extmap` of
/// RFC 8285 section 5. `None` where an extension is not negotiated.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ExtensionIds {
    /// The identification tag of the media section, RFC 8843 section 15.
    pub mid: Option<u8>,
    /// The departure time: 24 bits, 6.18 fixed point seconds.
    pub absolute_send_time: Option<u8>,
    /// A sequence number over all streams of a transport, draft-holmer-rmcat-transport-wide-cc.
    pub transport_sequence_number: Option<u8>,
}

impl ExtensionIds {
    /// The URI of [`ExtensionIds::mid`].
    pub const MID: &'static str = "urn:ietf:params:rtp-hdrext:sdes:mid";

    /// The URI of [`ExtensionIds::absolute_send_time`].
    pub const ABSOLUTE_SEND_TIME: &'static str =
        "http://www.webrtc.org/experiments/rtp-hdrext/abs-send-time";

    /// The URI of [`ExtensionIds::transport_sequence_number`].
    pub const TRANSPORT_SEQUENCE_NUMBER: &'static str =
        "http://www.ietf.org/id/draft-holmer-rmcat-transport-wide-cc-extensions-01";

    /// Notes that `uri` is mapped to `id`. Whether it is one of those known here.
    pub fn set(&mut self, uri: &str, id: u8) -> bool {
        let field = match uri {
            ExtensionIds::MID => &mut self.mid,
            ExtensionIds::ABSOLUTE_SEND_TIME => &mut self.absolute_send_time,
            ExtensionIds::TRANSPORT_SEQUENCE_NUMBER => &mut self.transport_sequence_number,
            _ => return false,
        };
        *field = Some(id);
        true
    }
}
