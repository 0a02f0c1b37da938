//! A host's clock.

use serde::{Deserialize, Serialize};

use crate::quantity::Span;

/// How a host's clock differs from the world's.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct ClockParameters {
    /// What it shows when the world begins.
    pub offset: Span,
    /// How much faster it runs, in parts per million.
    pub drift: i32,
}

impl Default for ClockParameters {
    fn default() -> ClockParameters {
        ClockParameters { offset: Span::ZERO, drift: 0 }
    }
}
