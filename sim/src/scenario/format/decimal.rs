//! Numbers between which values are drawn.

use toml::Value;

/// A decimal number of a unit: `count` times ten to the power of minus `places`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Decimal {
    pub(super) count: i64,
    pub(super) places: u32,
    /// What is written after the number, with the space before it; `None` for a plain number.
    pub(super) unit: Option<String>,
}

impl Decimal {
    /// The most places behind the point.
    const MOST_PLACES: u32 = 9;
    /// The fewest places of a plain decimal number: so finely is one drawn.
    const FEWEST_PLACES: u32 = 3;

    /// The number that `value` says: an integer, a decimal number, or a text of number and unit.
    pub(super) fn of(value: &Value) -> Option<Decimal> {
        match value {
            Value::Integer(count) => Some(Decimal { count: *count, places: 0, unit: None }),
            Value::Float(number) => {
                let decimal = Decimal::parse(&format!("{number}"))?;
                decimal.rescaled(decimal.places.max(Decimal::FEWEST_PLACES))
            }
            Value::String(text) => {
                let is_number = |c: char| c.is_ascii_digit() || matches!(c, '.' | '_' | '-');
                let end = text.find(|c| !is_number(c)).unwrap_or(text.len());
                let decimal = Decimal::parse(&text[..end].replace('_', ""))?;
                Some(Decimal { unit: Some(text[end..].to_owned()), ..decimal })
            }
            _ => None,
        }
    }

    fn parse(text: &str) -> Option<Decimal> {
        let (whole, fraction) = text.split_once('.').unwrap_or((text, ""));
        let places = u32::try_from(fraction.len()).ok()?;
        if places > Decimal::MOST_PLACES {
            return None;
        }
        Some(Decimal { count: format!("{whole}{fraction}").parse().ok()?, places, unit: None })
    }

    /// The same number with more places.
    pub(super) fn rescaled(&self, places: u32) -> Option<Decimal> {
        let factor = 10_i64.checked_pow(places.checked_sub(self.places)?)?;
        Some(Decimal { count: self.count.checked_mul(factor)?, places, unit: self.unit.clone() })
    }

    /// The number as a value of the kind that it was read from.
    pub(super) fn to_value(&self) -> Value {
        match &self.unit {
            Some(unit) => Value::String(format!("{}{unit}", self.digits())),
            None if self.places == 0 => Value::Integer(self.count),
            None => Value::Float(self.digits().parse().unwrap_or_default()),
        }
    }

    fn digits(&self) -> String {
        let places = self.places as usize;
        if places == 0 {
            return self.count.to_string();
        }
        let sign = if self.count < 0 { "-" } else { "" };
        let digits = format!("{:0>width$}", self.count.unsigned_abs(), width = places + 1);
        let (whole, fraction) = digits.split_at(digits.len() - places);
        format!("{sign}{whole}.{fraction}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_read_and_written() {
        for (value, count, places) in [
            (Value::Integer(-3), -3, 0),
            (Value::Float(0.5), 500, 3),
            (Value::Float(2.0), 2_000, 3),
            (Value::String("20 ms".into()), 20, 0),
            (Value::String("1.25 %".into()), 125, 2),
            (Value::String("-0.5".into()), -5, 1),
        ] {
            let decimal = Decimal::of(&value).expect("a number");
            assert_eq!((decimal.count, decimal.places), (count, places), "{value}");
            assert_eq!(decimal.to_value(), value);
        }
        for wrong in ["ms", "", "1.2.3", "99999999999999999999 s", "-"] {
            assert_eq!(Decimal::of(&Value::String(wrong.into())), None, "{wrong}");
        }
        assert_eq!(Decimal::of(&Value::Float(f64::NAN)), None);
    }
}
