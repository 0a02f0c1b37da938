//! Why two sets of format parameters do not fit.

use super::{PacketizationMode, Profile};

/// Why two payload types of H.264 are not the same format, RFC 6184 section 8.2.2.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum H264Mismatch {
    /// The sub-profiles differ.
    #[error("profile {local:?} here, {remote:?} there")]
    Profile {
        /// Ours.
        local: Profile,
        /// The other side's.
        remote: Profile,
    },
    /// The packetization modes differ.
    #[error("packetization mode {} here, {} there", .local.number(), .remote.number())]
    PacketizationMode {
        /// Ours.
        local: PacketizationMode,
        /// The other side's.
        remote: PacketizationMode,
    },
    /// Both use the interleaved mode, which is not supported.
    #[error("packetization mode 2 is not supported")]
    Interleaved,
}
