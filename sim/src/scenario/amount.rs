//! A figure's value, as people write it.

use std::fmt;
use std::str::FromStr;
use std::time::Duration;

use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

use crate::figures::Unit;

/// A figure's value in the integers that figures are counted in: microseconds, hundredths of a round
/// trip, parts per million, bits a second, things. Written as `20 ms`, `2.5 RTT`, `95 %`, `1.5 Mbit/s`,
/// `3 /s` or a plain number of things.
///
/// Of a time it may be a sum, `2 RTT + 50 ms`: round trips are those of the scenario without faults.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Amount {
    /// What does not depend on the round-trip time.
    pub fixed: u64,
    /// Hundredths of round trips.
    pub round_trips: u64,
}

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

    /// So many of the integers.
    pub const fn of(fixed: u64) -> Amount {
        Amount { fixed, round_trips: 0 }
    }

    /// The value of a figure of this unit where a round trip takes so long.
    pub fn value(self, unit: Unit, round_trip: Duration) -> u64 {
        if unit == Unit::RoundTripHundredths {
            return self.fixed.saturating_add(self.round_trips);
        }
        let trips = u128::from(self.round_trips) * round_trip.as_micros() / 100;
        self.fixed.saturating_add(u64::try_from(trips).unwrap_or(u64::MAX))
    }

    fn add(self, other: Amount) -> Option<Amount> {
        let fixed = self.fixed.checked_add(other.fixed)?;
        let round_trips = self.round_trips.checked_add(other.round_trips)?;
        Some(Amount { fixed, round_trips })
    }

    /// One number with its unit.
    fn term(text: &str) -> Option<Amount> {
        let (number, unit) = text.trim().split_once(' ').unwrap_or((text.trim(), "B"));
        let (unit, scale) = *Amount::UNITS.iter().find(|(name, _)| *name == unit.trim())?;
        let (whole, decimals) = number.split_once('.').unwrap_or((number, ""));
        let digits = u32::try_from(decimals.len()).ok()?;
        if digits > 6 || number.starts_with('+') || decimals.starts_with('+') {
            return None;
        }
        let part: u64 = if digits == 0 { 0 } else { decimals.parse().ok()? };
        let part = part * scale / 10_u64.pow(digits);
        let value = whole.parse::<u64>().ok()?.checked_mul(scale)?.checked_add(part)?;
        Some(match unit {
            "RTT" => Amount { fixed: 0, round_trips: value },
            _ => Amount::of(value),
        })
    }
}

impl FromStr for Amount {
    type Err = String;

    fn from_str(text: &str) -> Result<Amount, String> {
        let add = |sum: Amount, text| sum.add(Amount::term(text)?);
        text.split(" + ").try_fold(Amount::default(), add).ok_or_else(|| {
            format!("`{text}` is no amount: write `20 ms`, `2 RTT + 50 ms`, `95 %` or `3`")
        })
    }
}

impl fmt::Display for Amount {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Amount { fixed, round_trips } = self;
        let (whole, hundredths) = (round_trips / 100, round_trips % 100);
        match (fixed, round_trips) {
            (fixed, 0) => write!(f, "{fixed}"),
            (0, _) => write!(f, "{whole}.{hundredths:02} RTT"),
            (fixed, _) => write!(f, "{whole}.{hundredths:02} RTT + {fixed} us"),
        }
    }
}

impl Serialize for Amount {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self.round_trips {
            0 => serializer.serialize_u64(self.fixed),
            _ => serializer.collect_str(self),
        }
    }
}

impl<'de> Deserialize<'de> for Amount {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Amount, D::Error> {
        let value = toml::Value::deserialize(from)?;
        match value {
            toml::Value::Integer(number) => {
                u64::try_from(number).map(Amount::of).map_err(de::Error::custom)
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
        let read = |text: &str| text.parse::<Amount>();
        for (text, fixed, round_trips) in [
            ("3", 3, 0),
            ("20 ms", 20_000, 0),
            ("2.5 RTT", 0, 250),
            ("2 RTT + 50 ms", 50_000, 200),
            ("95.5 %", 955_000, 0),
            ("1.5 Mbit/s", 1_500_000, 0),
        ] {
            let amount = Amount { fixed, round_trips };
            assert_eq!(read(text), Ok(amount));
            assert_eq!(read(&amount.to_string()), Ok(amount));
        }
        for wrong in ["", "x", "1 m", "1.x ms", "-1 ms", "1.0000001 s", "99999999999999999999 s"] {
            assert!(read(wrong).is_err(), "{wrong}");
        }
        assert!(read("1 RTT +").is_err() && read("1 ms + ").is_err());
    }

    #[test]
    fn round_trips_are_those_of_the_scenario() {
        let amount: Amount = "2.5 RTT + 50 ms".parse().expect("an amount");
        assert_eq!(amount.value(Unit::Microseconds, Duration::from_millis(40)), 150_000);
        let trips: Amount = "3 RTT".parse().expect("an amount");
        assert_eq!(trips.value(Unit::RoundTripHundredths, Duration::from_secs(9)), 300);
        assert_eq!(trips.value(Unit::Microseconds, Duration::ZERO), 0);
    }
}
