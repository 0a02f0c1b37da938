//! Why a text is no scenario file.

/// Why a text is no scenario file.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ParseError {
    /// It is not TOML.
    #[error("this is not TOML: {0}")]
    Toml(String),
    /// It does not say in a line what it is about.
    #[error("the file must begin with `about = \"…\"`, one line that says what it tries")]
    NoAbout,
    /// `seed` is no seed.
    #[error("`seed` must be a number from 0")]
    Seed,
    /// `parameters` is not a table.
    #[error("`parameters` must be a table of names and values")]
    Parameters,
    /// A parameter names a parameter, or varies within a choice.
    #[error("the parameter `{0}` must be a value of its own: it may not name another parameter")]
    NestedParameter(String),
}
