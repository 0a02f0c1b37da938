//! The `packetization-mode` format parameter.

/// Which payload structures a stream may use, RFC 6184 section 6.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum PacketizationMode {
    /// Mode 0: each packet is one whole NAL unit.
    #[default]
    SingleNalUnit,
    /// Mode 1: also STAP-A and FU-A, in decoding order.
    NonInterleaved,
    /// Mode 2: transmission order may differ from decoding order. Not supported.
    Interleaved,
}

impl PacketizationMode {
    /// The mode of a number.
    pub fn from_number(number: u8) -> Option<PacketizationMode> {
        match number {
            0 => Some(PacketizationMode::SingleNalUnit),
            1 => Some(PacketizationMode::NonInterleaved),
            2 => Some(PacketizationMode::Interleaved),
            _ => None,
        }
    }

    /// Its number.
    pub fn number(self) -> u8 {
        match self {
            PacketizationMode::SingleNalUnit => 0,
            PacketizationMode::NonInterleaved => 1,
            PacketizationMode::Interleaved => 2,
        }
    }
}
