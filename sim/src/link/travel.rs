//! A packet inside a pipe.

use roomrtc_core::base::Time;

use crate::network::Packet;

/// A packet inside a pipe.
#[derive(Clone, Debug)]
pub(super) struct Travel {
    /// When it is where it is.
    pub(super) at: Time,
    /// The number of the stage that it enters next; [`Travel::OUT`] if there is none.
    pub(super) entering: u16,
    /// Which of the packets that the pipe was offered; the first is 1.
    pub(super) ordinal: u64,
    /// Which copy of it; 0 is the packet itself.
    pub(super) copy: u32,
    pub(super) packet: Packet,
}

impl Travel {
    /// The other end of the pipe.
    pub(super) const OUT: u16 = u16::MAX;

    /// Its length on the wire; no UDP packet has more than 32 bits of it.
    pub(super) fn bytes(&self) -> u32 {
        u32::try_from(self.packet.wire_length()).unwrap_or(u32::MAX)
    }
}
