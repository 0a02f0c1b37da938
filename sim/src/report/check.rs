//! What an oracle says of a run.

use super::Verdict;

/// What an oracle says of a run.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Check {
    /// What is demanded, in a few words.
    pub name: String,
    /// What a run is called in which it is broken.
    pub gravity: Verdict,
    /// What broke it, and when; none if it held.
    pub failure: Option<String>,
}
