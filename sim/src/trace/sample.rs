//! One value of a series.

use super::{Canonical, Series};

/// One value of a series, at the place and time of its event.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sample {
    /// What is measured.
    pub series: Series,
    /// The value, in the unit of the series.
    pub value: u64,
}

impl Sample {
    pub(super) fn encode(&self, canonical: &mut Canonical) {
        canonical.text(self.series.name());
        canonical.number(self.value);
    }
}
