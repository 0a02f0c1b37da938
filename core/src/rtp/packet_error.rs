//! Why bytes are not an RTP packet.

/// Why bytes are not an RTP packet.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum PacketError {
    /// Fewer bytes than the header says.
    #[error("truncated")]
    Truncated,
    /// The version is not 2.
    #[error("version {0} instead of 2")]
    Version(u8),
    /// The padding is longer than what there is to pad, or says it has no byte.
    #[error("{0} bytes of padding do not fit")]
    Padding(u8),
}
