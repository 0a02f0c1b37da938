//! What a packet to be sent is.

/// Which kind of packet `poll_packet` appended: they are protected differently.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PacketKind {
    /// An RTP packet.
    Rtp,
    /// An RTP packet that was given out before, the same in every byte. It is to be protected as it
    /// was then.
    RepeatedRtp,
    /// A compound or reduced-size RTCP packet.
    Rtcp,
}
