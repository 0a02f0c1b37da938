//! One figure of a run.

use super::{FigureKey, Unit};

/// One figure of a run.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Figure {
    /// What it is of.
    pub key: FigureKey,
    /// The unit of `value`.
    pub unit: Unit,
    /// The value.
    pub value: u64,
}

impl Figure {
    /// The value and its unit, for people.
    pub fn text(&self) -> String {
        self.unit.text(self.value)
    }
}
