//! Units of axes.

use crate::figures::Unit;

/// A unit in which the values of an axis are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Scale {
    /// How many base units it is.
    factor: u64,
    /// Its name; empty for plain numbers.
    pub(super) name: &'static str,
}

impl Scale {
    /// The unit in which `greatest`, of the base unit `unit`, is a handy number.
    pub(super) fn of(unit: Unit, greatest: u64) -> Scale {
        let units: &[(u64, &'static str)] = match unit {
            Unit::Microseconds => &[(1_000_000, "s"), (1_000, "ms"), (1, "µs")],
            Unit::Bytes => &[(1_000_000, "MB"), (1_000, "kB"), (1, "B")],
            Unit::BitsPerSecond => &[(1_000_000, "Mbit/s"), (1_000, "kbit/s"), (1, "bit/s")],
            _ => &[(1, "")],
        };
        let fits = units.iter().find(|(factor, _)| greatest >= 2 * factor);
        let (factor, name) = fits.or(units.last()).copied().unwrap_or((1, ""));
        Scale { factor, name }
    }

    /// `value` of base units in this unit, without its name and without useless zeros.
    pub(super) fn text(self, value: u64) -> String {
        let thousandths = u128::from(value) * 1_000 / u128::from(self.factor);
        let text = format!("{}.{:03}", thousandths / 1_000, thousandths % 1_000);
        text.trim_end_matches('0').trim_end_matches('.').to_owned()
    }
}
