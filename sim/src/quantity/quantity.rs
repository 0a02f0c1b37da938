//! What all quantities have in common.

use super::QuantityError;
use super::decimal;

/// An amount of something, kept as an integer of its base unit.
pub trait Quantity: Copy + Sized {
    /// What it is, with its article: `a span of time`.
    const NAME: &'static str;

    /// How one is written: `20 ms`.
    const EXAMPLE: &'static str;

    /// The names of the units and how many base units each is. Of several names for one unit, the
    /// first is the one that is written. Larger units come first.
    const UNITS: &'static [(&'static str, u64)];

    /// How many base units a number without a unit stands for.
    const PLAIN: u64;

    /// The quantity of so many base units.
    ///
    /// # Errors
    /// [`QuantityError::OutOfRange`] if there is no such quantity.
    fn from_base(base: u64) -> Result<Self, QuantityError>;

    /// How many base units it is.
    fn to_base(self) -> u64;

    /// The quantity that a text says: a decimal number and a unit.
    ///
    /// # Errors
    /// [`QuantityError`] says what is wrong with it.
    fn parse(text: &str) -> Result<Self, QuantityError> {
        let text = text.trim();
        let is_digit = |c: char| c.is_ascii_digit() || matches!(c, '.' | '_');
        let (number, unit) = text.split_at(text.find(|c| !is_digit(c)).unwrap_or(text.len()));
        let unit = unit.trim();
        let known = Self::UNITS.iter().find(|(name, _)| *name == unit);
        let factor = match known {
            Some((_, factor)) => *factor,
            None if unit.is_empty() => Self::PLAIN,
            None => return Err(QuantityError::unit::<Self>(text, unit)),
        };
        let billionths = decimal::parse(number).ok_or_else(|| QuantityError::text::<Self>(text))?;
        Self::from_billionths(billionths, factor).ok_or_else(|| QuantityError::range::<Self>(text))
    }

    /// The quantity that a plain number says, in the unit for numbers without one.
    ///
    /// # Errors
    /// [`QuantityError`] if there is no such quantity.
    fn from_number(number: f64) -> Result<Self, QuantityError> {
        let billionths = (number * 1e9).round();
        let error = || QuantityError::range::<Self>(&number.to_string());
        if !(0.0..1e30).contains(&billionths) {
            return Err(error());
        }
        Self::from_billionths(billionths as u128, Self::PLAIN).ok_or_else(error)
    }

    /// So many billionths of a unit of `factor` base units, to the nearest base unit.
    fn from_billionths(billionths: u128, factor: u64) -> Option<Self> {
        let base = billionths.checked_mul(u128::from(factor))?.checked_add(500_000_000)?;
        Self::from_base(u64::try_from(base / 1_000_000_000).ok()?).ok()
    }

    /// How it is written: in the largest unit in which it is exact and not below one.
    fn text(self) -> String {
        let base = self.to_base();
        let fits = |factor: u64| base.is_multiple_of(factor) || decimal::is_power_of_ten(factor);
        let mut units = Self::UNITS.iter();
        let unit = units.find(|(_, factor)| base >= *factor && fits(*factor));
        let (name, factor) = unit.or(Self::UNITS.last()).copied().unwrap_or(("", 1));
        let separator = if name.is_empty() { "" } else { " " };
        format!("{}{separator}{name}", decimal::text(base, factor))
    }
}
