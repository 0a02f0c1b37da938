//! What is looked at, in words.

/// What is looked at, in words.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Heading {
    /// In a few words: a scenario and its seed, or a file.
    pub title: String,
    /// A line on what it is.
    pub about: String,
    /// The command that opens it again.
    pub command: String,
}
