//! Why a text overrides nothing.

/// Why a text is no override.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum OverrideError {
    /// There is no `=` in it.
    #[error("`{0}` sets nothing: write it as `name=value`")]
    NoValue(String),
    /// The same name twice.
    #[error("`{0}` is set twice")]
    Twice(String),
}
