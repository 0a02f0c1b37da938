//! The times at which a link delivers.

use std::fmt::{self, Write};
use std::str::FromStr;
use std::sync::Arc;

use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

use super::OpportunitiesError;

/// The opportunities to deliver of a recorded link, in Mahimahi's format (mm-link(1)): lines of
/// whole milliseconds that never fall, one for each opportunity. The last is also the length of the
/// recording, after which it begins again. Empty lines and lines after `#` are skipped.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Opportunities(Arc<[u32]>);

impl Opportunities {
    /// The most opportunities of one recording.
    pub const MOST: usize = 4_000_000;

    /// The bytes that an opportunity delivers, as in Mahimahi: an Ethernet packet and its tunnel's
    /// header.
    pub const BYTES: u32 = 1_504;

    /// When the opportunity of this number is, in milliseconds since the recording began; numbers
    /// behind its end are of its repetitions.
    pub(in crate::link) fn millis(&self, number: u64) -> u64 {
        let count = self.0.len() as u64;
        let (round, place) = (number / count, number % count);
        round * self.period() + u64::from(self.0[place as usize])
    }

    /// The number of the first opportunity that is not before so many milliseconds.
    pub(in crate::link) fn first_from(&self, millis: u64) -> u64 {
        // An opportunity at the very end of a round is in it, not in the next.
        let round = millis.saturating_sub(1) / self.period();
        let inside = millis - round * self.period();
        let place = self.0.partition_point(|at| u64::from(*at) < inside);
        round * self.0.len() as u64 + place as u64
    }

    /// The length of a round in milliseconds, never 0.
    fn period(&self) -> u64 {
        u64::from(self.0.last().copied().unwrap_or(1))
    }
}

impl FromStr for Opportunities {
    type Err = OpportunitiesError;

    fn from_str(text: &str) -> Result<Opportunities, OpportunitiesError> {
        let mut all = Vec::new();
        for (index, line) in text.lines().enumerate() {
            let line = line.trim();
            if line.is_empty() || line.starts_with('#') {
                continue;
            }
            let number = index + 1;
            let wrong = |_| OpportunitiesError::NoNumber { line: number, text: line.into() };
            let millis: u32 = line.parse().map_err(wrong)?;
            if all.last().is_some_and(|last| *last > millis) {
                return Err(OpportunitiesError::Backwards { line: number, millis });
            }
            if all.len() == Opportunities::MOST {
                return Err(OpportunitiesError::TooMany);
            }
            all.push(millis);
        }
        match all.last() {
            None | Some(0) => Err(OpportunitiesError::Empty),
            Some(_) => Ok(Opportunities(all.into())),
        }
    }
}

impl fmt::Display for Opportunities {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, millis) in self.0.iter().enumerate() {
            if index > 0 {
                f.write_char('\n')?;
            }
            write!(f, "{millis}")?;
        }
        Ok(())
    }
}

impl Serialize for Opportunities {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Opportunities {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Opportunities, D::Error> {
        String::deserialize(from)?.parse().map_err(de::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_recording_repeats_after_its_last_line() {
        let all: Opportunities = "# kHz\n0\n5\n\n5\n10\n".parse().expect("a recording");
        let millis: Vec<u64> = (0..9).map(|number| all.millis(number)).collect();
        assert_eq!(millis, [0, 5, 5, 10, 10, 15, 15, 20, 20]);
        for at in 0..40 {
            let first = all.first_from(at);
            assert!(all.millis(first) >= at, "{at}");
            assert!(first == 0 || all.millis(first - 1) < at, "{at}");
        }
        assert_eq!(all.to_string().parse(), Ok(all));
    }

    #[test]
    fn errors_name_the_line() {
        let error = |text: &str| text.parse::<Opportunities>().expect_err(text).to_string();
        assert_eq!(error("1\nx"), "line 2: `x` is not a whole number of milliseconds");
        assert_eq!(error("1\n\n0"), "line 3: 0 ms is before the line above it");
        assert!(error("").contains("no opportunity") && error("0\n0").contains("no opportunity"));
        assert!(error("-1").contains("line 1") && error("1.5").contains("line 1"));
    }
}
