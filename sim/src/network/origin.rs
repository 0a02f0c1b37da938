//! Who made a packet.

/// Who made a packet, whatever its source address says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Origin {
    /// The host of this index.
    Host(usize),
    /// The STUN server of this index.
    StunServer(usize),
    /// The attacker of this index.
    Attacker(usize),
}
