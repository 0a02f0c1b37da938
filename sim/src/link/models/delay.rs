//! Constant delay.

use serde::{Deserialize, Serialize};

use crate::quantity::Span;

/// Every packet is later by the same time, as by the length of a cable.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Delay {
    /// By how much.
    pub by: Span,
}

impl Delay {
    /// Later by so many milliseconds.
    pub const fn millis(millis: u64) -> Delay {
        Delay { by: Span::millis(millis) }
    }
}
