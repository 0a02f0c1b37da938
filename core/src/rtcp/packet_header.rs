//! The header that all RTCP packets share.

/// The common header of one RTCP packet, RFC 3550 section 6.4.1.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PacketHeader {
    /// A count of blocks, or the format of a feedback message: five bits.
    pub count: u8,
    /// The packet type.
    pub packet_type: u8,
}

impl PacketHeader {
    /// Sender report.
    pub const SENDER_REPORT: u8 = 200;
    /// Receiver report.
    pub const RECEIVER_REPORT: u8 = 201;
    /// Source description.
    pub const SOURCE_DESCRIPTION: u8 = 202;
    /// BYE.
    pub const GOODBYE: u8 = 203;
    /// Application-defined.
    pub const APPLICATION_DEFINED: u8 = 204;
    /// Transport layer feedback, RFC 4585 section 6.2.
    pub const TRANSPORT_FEEDBACK: u8 = 205;
    /// Payload-specific feedback, RFC 4585 section 6.3.
    pub const PAYLOAD_FEEDBACK: u8 = 206;

    /// The format of a generic NACK in transport layer feedback.
    pub const GENERIC_NACK: u8 = 1;
    /// The format of transport-wide feedback in transport layer feedback.
    pub const TRANSPORT_WIDE: u8 = 15;
    /// The format of a picture loss indication in payload-specific feedback.
    pub const PICTURE_LOSS_INDICATION: u8 = 1;
    /// The format of a full intra request in payload-specific feedback.
    pub const FULL_INTRA_REQUEST: u8 = 4;
    /// The format of application layer feedback in payload-specific feedback.
    pub const APPLICATION_LAYER: u8 = 15;
}
