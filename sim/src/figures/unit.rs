//! Units of figures.

/// The unit of a figure's integer, and how it is written for people.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Unit {
    /// Things.
    Count,
    /// Microseconds.
    Microseconds,
    /// Hundredths of a round trip.
    RoundTripHundredths,
    /// Bytes.
    Bytes,
    /// Bits per second.
    BitsPerSecond,
    /// Parts per million.
    PartsPerMillion,
    /// Hundredths of a thing per second.
    PerSecondHundredths,
}

impl Unit {
    /// The name of the unit in JSON.
    pub fn name(self) -> &'static str {
        match self {
            Unit::Count => "count",
            Unit::Microseconds => "us",
            Unit::RoundTripHundredths => "rtt/100",
            Unit::Bytes => "bytes",
            Unit::BitsPerSecond => "bit/s",
            Unit::PartsPerMillion => "ppm",
            Unit::PerSecondHundredths => "1/s/100",
        }
    }

    /// `value` of this unit, for people: `23.4 ms`, `2.01 Mbit/s`, `1.50 RTT`.
    pub fn text(self, value: u64) -> String {
        match self {
            Unit::Count => value.to_string(),
            Unit::Microseconds if value < 1_000 => format!("{value} µs"),
            Unit::Microseconds if value < 10_000_000 => format!("{} ms", tenths(value, 1_000)),
            Unit::Microseconds => format!("{} s", tenths(value, 1_000_000)),
            Unit::RoundTripHundredths => format!("{} RTT", hundredths(value, 100)),
            Unit::Bytes if value < 10_000 => format!("{value} B"),
            Unit::Bytes if value < 10_000_000 => format!("{} kB", tenths(value, 1_000)),
            Unit::Bytes => format!("{} MB", tenths(value, 1_000_000)),
            Unit::BitsPerSecond if value < 1_000_000 => {
                format!("{} kbit/s", tenths(value, 1_000))
            }
            Unit::BitsPerSecond => format!("{} Mbit/s", hundredths(value, 1_000_000)),
            Unit::PartsPerMillion => format!("{} %", hundredths(value, 10_000)),
            Unit::PerSecondHundredths => format!("{} /s", hundredths(value, 100)),
        }
    }
}

/// `value` in `unit`s with one decimal.
fn tenths(value: u64, unit: u64) -> String {
    let tenths = rounded(value, unit, 10);
    format!("{}.{}", tenths / 10, tenths % 10)
}

/// `value` in `unit`s with two decimals.
fn hundredths(value: u64, unit: u64) -> String {
    let hundredths = rounded(value, unit, 100);
    format!("{}.{:02}", hundredths / 100, hundredths % 100)
}

fn rounded(value: u64, unit: u64, parts: u64) -> u128 {
    (u128::from(value) * u128::from(parts) + u128::from(unit) / 2) / u128::from(unit)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_are_written_for_people() {
        for (unit, value, text) in [
            (Unit::Count, 7, "7"),
            (Unit::Microseconds, 999, "999 µs"),
            (Unit::Microseconds, 23_449, "23.4 ms"),
            (Unit::Microseconds, 61_250_000, "61.3 s"),
            (Unit::RoundTripHundredths, 250, "2.50 RTT"),
            (Unit::Bytes, 9_999, "9999 B"),
            (Unit::Bytes, 12_345_678, "12.3 MB"),
            (Unit::BitsPerSecond, 64_000, "64.0 kbit/s"),
            (Unit::BitsPerSecond, 2_006_000, "2.01 Mbit/s"),
            (Unit::PartsPerMillion, 51_234, "5.12 %"),
            (Unit::PerSecondHundredths, 12_345, "123.45 /s"),
            (Unit::Bytes, u64::MAX, "18446744073709.6 MB"),
        ] {
            assert_eq!(unit.text(value), text);
        }
    }
}
