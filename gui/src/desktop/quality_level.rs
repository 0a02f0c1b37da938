//! How good a call is, in four steps.

/// How good a call is; a later one is worse.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum QualityLevel {
    /// Nothing was measured yet.
    #[default]
    Unknown,
    /// Nothing is wrong.
    Good,
    /// Something can be noticed.
    Fair,
    /// It disturbs.
    Poor,
}
