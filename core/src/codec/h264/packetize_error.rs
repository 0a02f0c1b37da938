//! Why an access unit cannot be packetized.

/// Why an access unit cannot be packetized.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum PacketizeError {
    /// There is no NAL unit: no start code, or nothing behind it.
    #[error("no NAL unit in Annex B format")]
    NoNalUnit,
    /// Packetization mode 0 sends whole NAL units only, and this one is too large for a packet.
    #[error("a NAL unit of {length} bytes, and packetization mode 0 carries at most {most}")]
    NalUnitTooLarge {
        /// Bytes of the NAL unit.
        length: usize,
        /// Bytes of payload that a packet carries.
        most: usize,
    },
    /// The interleaved mode is not supported.
    #[error("packetization mode 2 is not supported")]
    Interleaved,
}
