//! What a packet carries.

use roomrtc_core::session::PacketKind;

/// What a packet carries, told from its first bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum PacketClass {
    /// STUN, RFC 8489.
    Stun,
    /// DTLS, RFC 6347.
    Dtls,
    /// Protected RTP, RFC 3711.
    Rtp,
    /// Protected RTCP, RFC 3711.
    Rtcp,
    /// None of these.
    Other,
}

impl PacketClass {
    /// Every class, in the order of their numbers.
    pub const ALL: [PacketClass; 5] = [
        PacketClass::Stun,
        PacketClass::Dtls,
        PacketClass::Rtp,
        PacketClass::Rtcp,
        PacketClass::Other,
    ];

    /// The class of a UDP payload, RFC 7983 and RFC 5761.
    pub fn of(payload: &[u8]) -> PacketClass {
        match PacketKind::of(payload) {
            Some(PacketKind::Stun) => PacketClass::Stun,
            Some(PacketKind::Dtls) => PacketClass::Dtls,
            Some(PacketKind::Rtp) => PacketClass::Rtp,
            Some(PacketKind::Rtcp) => PacketClass::Rtcp,
            None => PacketClass::Other,
        }
    }

    /// Its place in [`PacketClass::ALL`], as in the canonical form.
    pub fn number(self) -> u8 {
        self as u8
    }

    /// Its name in the text of a trace.
    pub fn name(self) -> &'static str {
        match self {
            PacketClass::Stun => "stun",
            PacketClass::Dtls => "dtls",
            PacketClass::Rtp => "rtp",
            PacketClass::Rtcp => "rtcp",
            PacketClass::Other => "other",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_places_in_the_list() {
        for (place, class) in PacketClass::ALL.into_iter().enumerate() {
            assert_eq!(usize::from(class.number()), place);
        }
        assert_eq!(PacketClass::of(&[0, 1]), PacketClass::Stun);
        assert_eq!(PacketClass::of(&[22]), PacketClass::Dtls);
        assert_eq!(PacketClass::of(&[]), PacketClass::Other);
    }
}
