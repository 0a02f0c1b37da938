//! A figure's value, as people write it.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

/// A figure's value in the integers that figures are counted in: microseconds, hundredths of a round
/// trip, parts per million, bits a second, things. Written as `20 ms`, `2.5 RTT`, `95 %`, `1.5 Mbit/s`,
/// `3 /s` or a plain number of things.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Amount(pub u64);

impl Amount {
    /// Units and how many of the integers they are.
    const UNITS: [(&'static str, u64); 11] = [
        ("us", 1),
        ("ms", 1_000),
        ("s", 1_000_000),
        ("RTT", 100),
        ("%", 10_000),
        ("/s", 100),
        ("bit/s", 1),
        ("kbit/s", 1_000),
        ("Mbit/s", 1_000_000),
        ("B", 1),
        ("kB", 1_000),
    ];
}

impl FromStr for Amount {
    type Err = String;

    fn from_str(text: &str) -> Result<Amount, String> {
        let wrong = || format!("`{text}` is no amount: write `20 ms`, `2.5 RTT`, `95 %` or `3`");
        let (number, unit) = text.trim().split_once(' ').unwrap_or((text.trim(), "B"));
        let found = Amount::UNITS.iter().find(|(name, _)| *name == unit.trim());
        let (_, scale) = found.ok_or_else(wrong)?;
        let (whole, decimals) = number.split_once('.').unwrap_or((number, ""));
        let digits = decimals.len() as u32;
        if digits > 6 || number.starts_with('+') || decimals.starts_with('+') {
            return Err(wrong());
        }
        let whole: u64 = whole.parse().map_err(|_| wrong())?;
        let part: u64 = if digits == 0 { 0 } else { decimals.parse().map_err(|_| wrong())? };
        let part = part * scale / 10_u64.pow(digits);
        whole
            .checked_mul(*scale)
            .and_then(|whole| whole.checked_add(part))
            .map(Amount)
            .ok_or_else(wrong)
    }
}

impl fmt::Display for Amount {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.0)
    }
}

impl Serialize for Amount {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_u64(self.0)
    }
}

impl<'de> Deserialize<'de> for Amount {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Amount, D::Error> {
        let value = toml::Value::deserialize(from)?;
        match value {
            toml::Value::Integer(number) => {
                u64::try_from(number).map(Amount).map_err(de::Error::custom)
            }
            toml::Value::String(text) => text.parse().map_err(de::Error::custom),
            other => Err(de::Error::custom(format!("`{other}` is no amount"))),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn amounts_are_read() {
        let read = |text: &str| text.parse().map(|Amount(value)| value);
        assert_eq!(read("3"), Ok(3));
        assert_eq!(read("20 ms"), Ok(20_000));
        assert_eq!(read("2.5 RTT"), Ok(250));
        assert_eq!(read("95.5 %"), Ok(955_000));
        assert_eq!(read("1.5 Mbit/s"), Ok(1_500_000));
        for wrong in ["", "x", "1 m", "1.x ms", "-1 ms", "1.0000001 s", "99999999999999999999 s"] {
            assert!(read(wrong).is_err(), "{wrong}");
        }
    }
}
