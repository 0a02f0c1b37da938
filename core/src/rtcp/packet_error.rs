//! Why bytes are not RTCP.

/// Why the rest of a compound packet cannot be read, or one packet in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum PacketError {
    /// Fewer bytes than the header says.
    #[error("truncated")]
    Truncated,
    /// The version is not 2.
    #[error("version {0} instead of 2")]
    Version(u8),
    /// Padding where none fits.
    #[error("{0} bytes of padding do not fit")]
    Padding(u8),
    /// The content of a packet is not what its type needs. The others can be read.
    #[error("the content of packet type {0} is malformed")]
    Malformed(u8),
}
