//! Why a text is no token.

use super::limits::MAX_TOKEN;

/// The text is not 1 to [`MAX_TOKEN`] letters, digits, hyphens and underscores.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("a token has 1 to {MAX_TOKEN} letters, digits, hyphens and underscores")]
pub struct TokenError;
