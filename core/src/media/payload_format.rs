//! How payloads make up frames.

use crate::codec::h264::PacketizationMode;

/// What the payloads of a payload type are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PayloadFormat {
    /// H.264, RFC 6184: frames are packetized, and assembled in a jitter buffer. The mode is that
    /// in which we send; structures of both supported modes are understood.
    H264(PacketizationMode),
    /// Anything: packets are sent and delivered as they are, in the order they arrive.
    Packets,
}
