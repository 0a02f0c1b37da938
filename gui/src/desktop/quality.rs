//! How good a call is, and why.

use super::{QualityCause, QualityLevel};

/// How good a call is, and why.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Quality {
    /// How good: as bad as the worst cause.
    pub level: QualityLevel,
    /// What is wrong, worst first.
    pub causes: Vec<QualityCause>,
}

impl Quality {
    /// The quality where these things are wrong.
    pub fn of(mut causes: Vec<QualityCause>) -> Quality {
        causes.sort_by_key(|cause| std::cmp::Reverse(cause.level()));
        let level = causes.first().map_or(QualityLevel::Good, |cause| cause.level());
        Quality { level, causes }
    }
}
