//! Why credentials are refused.

/// Why [`super::Credentials::new`] refused a peer's credentials, RFC 8839 section 5.4.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum CredentialsError {
    /// The user name fragment is too short, too long, or not printable.
    #[error("the ICE user name fragment is malformed")]
    UsernameFragment,
    /// The password is too short, too long, or not printable.
    #[error("the ICE password is malformed")]
    Password,
}
