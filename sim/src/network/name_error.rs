//! Why something is no name.

/// A text that is no name: empty, or with white space or a colon in it.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is no name: one word without colons")]
pub struct NameError(pub String);
