//! What a translator does with a packet.

use super::NatDrop;

/// What a translator does with a packet, which it has rewritten.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NatVerdict {
    /// It goes on to the other side.
    Forward,
    /// It goes back to the inside, RFC 4787 section 6.
    Hairpin,
    /// It is gone; the packet is as it came.
    Drop(NatDrop),
}
