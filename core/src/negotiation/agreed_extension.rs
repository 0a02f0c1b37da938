//! A header extension that both sides agreed on.

/// An RTP header extension that both sides agreed on, RFC 8285.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct AgreedExtension {
    /// The identifier, 1 to 255; from 15 only the two-byte form of the header can carry it.
    pub id: u8,
    /// The name of the extension.
    pub uri: &'static str,
}

impl AgreedExtension {
    /// The identification tag of a packet's media section, RFC 9143 section 15.
    pub const MID: &'static str = "urn:ietf:params:rtp-hdrext:sdes:mid";

    /// The names of all extensions in use.
    pub const SUPPORTED: [&'static str; 1] = [AgreedExtension::MID];
}
