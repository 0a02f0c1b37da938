//! What a packet to be sent is.

/// Which kind of packet `poll_packet` appended: they are protected differently.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PacketKind {
    /// An RTP packet.
    Rtp,
    /// A compound or reduced-size RTCP packet.
    Rtcp,
}
