//! How candidates travel.

use serde::{Deserialize, Serialize};

use crate::quantity::Span;

/// How a side's candidates reach the other, beside the signalling path's own delay.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct TrickleParameters {
    /// The least time for which a candidate is held back.
    pub least_delay: Span,
    /// The greatest. Where it differs from the least, candidates overtake each other.
    pub greatest_delay: Span,
    /// In how many of a hundred cases a candidate is sent twice.
    pub duplicates: u32,
}

impl Default for TrickleParameters {
    fn default() -> TrickleParameters {
        TrickleParameters { least_delay: Span::ZERO, greatest_delay: Span::ZERO, duplicates: 0 }
    }
}
