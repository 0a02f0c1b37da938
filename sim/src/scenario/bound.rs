//! Bounds of a figure.

use std::fmt;

use serde::{Deserialize, Serialize};

use super::Amount;

/// Between what a figure has to be, in the figure's own unit.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize, Serialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct Bound {
    /// No less than this.
    pub at_least: Option<Amount>,
    /// No more than this.
    pub at_most: Option<Amount>,
}

impl Bound {
    /// Whether `value` is within.
    pub fn holds(&self, value: u64) -> bool {
        self.at_least.is_none_or(|least| value >= least.0)
            && self.at_most.is_none_or(|most| value <= most.0)
    }
}

impl fmt::Display for Bound {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (self.at_least, self.at_most) {
            (Some(least), Some(most)) => write!(f, "{least} to {most}"),
            (Some(least), None) => write!(f, "at least {least}"),
            (None, Some(most)) => write!(f, "at most {most}"),
            (None, None) => f.write_str("anything"),
        }
    }
}
