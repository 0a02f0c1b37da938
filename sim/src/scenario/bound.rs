//! Bounds of a figure.

use std::fmt;
use std::time::Duration;

use serde::{Deserialize, Serialize};

use super::Amount;
use crate::figures::Unit;

/// Between what a figure has to be, in the figure's own unit.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize, Serialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct Bound {
    /// No less than this.
    pub at_least: Option<Amount>,
    /// No more than this.
    pub at_most: Option<Amount>,
    /// No more than this, by how many faults were committed: none, one, and so on. The last is for
    /// all that are more.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub at_most_by_faults: Vec<Amount>,
}

impl Bound {
    /// The bound of a run in which so many faults were committed.
    #[must_use]
    pub fn after(&self, faults: usize) -> Bound {
        let by_faults = self.at_most_by_faults.get(faults).or(self.at_most_by_faults.last());
        Bound {
            at_least: self.at_least,
            at_most: by_faults.copied().or(self.at_most),
            at_most_by_faults: Vec::new(),
        }
    }

    /// Whether `value`, of a figure of this unit, is within where a round trip takes so long.
    pub fn holds(&self, value: u64, unit: Unit, round_trip: Duration) -> bool {
        let least = self.at_least.map(|least| least.value(unit, round_trip));
        let most = self.at_most.map(|most| most.value(unit, round_trip));
        least.is_none_or(|least| value >= least) && most.is_none_or(|most| value <= most)
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_bound_grows_with_the_faults() {
        let amounts = ["2 RTT", "4 RTT + 50 ms"].map(|text| text.parse().expect("an amount"));
        let bound = Bound { at_most_by_faults: amounts.to_vec(), ..Bound::default() };
        let round_trip = Duration::from_millis(10);
        let holds =
            |faults, micros| bound.after(faults).holds(micros, Unit::Microseconds, round_trip);
        assert!(holds(0, 20_000) && !holds(0, 20_001));
        assert!(holds(1, 90_000) && !holds(1, 90_001) && holds(7, 90_000));
    }
}
