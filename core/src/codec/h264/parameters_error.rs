//! Why the format parameters of H.264 cannot be read.

use super::ProfileLevelIdError;

/// Why an `a=fmtp` line's parameters are not those of RFC 6184.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum H264ParametersError {
    /// The `profile-level-id` cannot be read.
    #[error("profile-level-id: {0}")]
    ProfileLevelId(#[from] ProfileLevelIdError),
    /// The `packetization-mode` is not 0, 1 or 2.
    #[error("packetization-mode {0:?} is not 0, 1 or 2")]
    PacketizationMode(String),
}
