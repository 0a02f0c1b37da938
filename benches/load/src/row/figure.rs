//! One cell of the result.

use std::fmt;

use serde::Serialize;

/// A figure, or why there is none.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Figure {
    /// What was measured.
    Value(f64),
    /// Why nothing was.
    Missing(String),
}

impl Figure {
    /// What was measured.
    pub const fn value(&self) -> Option<f64> {
        match self {
            Figure::Value(value) => Some(*value),
            Figure::Missing(_) => None,
        }
    }
}

impl fmt::Display for Figure {
    /// A number with as many places as it needs, or the reason.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let text = match self {
            Figure::Missing(reason) => reason.clone(),
            Figure::Value(value) if *value >= 1_000.0 => format!("{value:.0}"),
            Figure::Value(value) if *value >= 10.0 => format!("{value:.1}"),
            Figure::Value(value) => format!("{value:.2}"),
        };
        f.pad(&text)
    }
}
