//! What two sides agree on for H.264.

use super::{H264Parameters, Level, PacketizationMode};

/// What two compatible sets of format parameters come to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct H264Agreement {
    /// The payload structures, the same both ways.
    pub packetization_mode: PacketizationMode,
    /// The highest level we may send.
    pub send_level: Level,
    /// The highest level the other side may send.
    pub receive_level: Level,
    /// What to write in an answer, RFC 6184 section 8.2.2: the offer's sub-profile in the offer's
    /// bytes at the level we receive.
    pub answer: H264Parameters,
}
