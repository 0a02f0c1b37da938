//! Why there is no token.

use roomrtc_core::signaling::TokenError;

/// Why a token or a code was not made.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NewTokenError {
    /// The operating system gave no randomness.
    #[error("the system gives no randomness: {0}")]
    Randomness(#[from] getrandom::Error),
    /// What was made of it is no token.
    #[error(transparent)]
    Token(#[from] TokenError),
}
