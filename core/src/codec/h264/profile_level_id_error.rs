//! Why a `profile-level-id` cannot be read.

/// Why a `profile-level-id` cannot be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ProfileLevelIdError {
    /// It is not six hexadecimal digits.
    #[error("not six hexadecimal digits")]
    NotHexadecimal,
    /// No sub-profile has these bytes, RFC 6184 section 8.1, table 5.
    #[error("unknown profile {profile_idc:#04x} with constraints {profile_iop:#04x}")]
    UnknownProfile {
        /// The first byte.
        profile_idc: u8,
        /// The second byte.
        profile_iop: u8,
    },
    /// No level has this number.
    #[error("unknown level {0}")]
    UnknownLevel(u8),
}
