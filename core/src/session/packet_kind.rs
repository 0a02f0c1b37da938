//! What a datagram carries, told from its first byte.

/// The protocol of a datagram on a multiplexed port, RFC 7983 section 7 and RFC 5761 section 4.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum PacketKind {
    /// First byte 0 to 3.
    Stun,
    /// First byte 20 to 63.
    Dtls,
    /// First byte 128 to 191, and not RTCP.
    Rtp,
    /// First byte 128 to 191, and a packet type of 192 to 223 in the second.
    Rtcp,
}

impl PacketKind {
    /// The kind of a datagram; `None` for what RFC 7983 gives to others (ZRTP, TURN channels,
    /// QUIC), for unassigned bytes and for an empty datagram.
    pub fn of(datagram: &[u8]) -> Option<PacketKind> {
        match datagram {
            [0..=3, ..] => Some(PacketKind::Stun),
            [20..=63, ..] => Some(PacketKind::Dtls),
            [128..=191, 192..=223, ..] => Some(PacketKind::Rtcp),
            [128..=191, ..] => Some(PacketKind::Rtp),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_ranges_are_those_of_the_rfc() {
        let kind = |first: u8, second: u8| PacketKind::of(&[first, second]);
        for first in 0..=255_u8 {
            let expected = match first {
                0..=3 => Some(PacketKind::Stun),
                20..=63 => Some(PacketKind::Dtls),
                128..=191 => Some(PacketKind::Rtp),
                _ => None,
            };
            assert_eq!(kind(first, 96), expected, "first byte {first}");
        }
        assert_eq!(kind(128, 191), Some(PacketKind::Rtp));
        assert_eq!(kind(128, 192), Some(PacketKind::Rtcp));
        assert_eq!(kind(128, 223), Some(PacketKind::Rtcp));
        assert_eq!(kind(128, 224), Some(PacketKind::Rtp));
        assert_eq!(PacketKind::of(&[]), None);
    }
}
