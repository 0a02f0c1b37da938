//! A packet's payload to be sent as it is.

/// The payload of one RTP packet, for sessions that hand over packets rather than frames.
#[derive(Clone, Copy, Debug)]
pub struct OutgoingPacket<'a> {
    /// The number of our media.
    pub media: usize,
    /// The RTP timestamp's advance since the session's first packet, in units of the codec's
    /// clock. A random offset is added on the wire, RFC 3550 section 5.1.
    pub timestamp: u32,
    /// The marker bit, RFC 3550 section 5.1.
    pub marker: bool,
    /// The payload.
    pub payload: &'a [u8],
}
