//! A range of seeds.

use std::str::FromStr;

/// Seeds from `first` to `last`, both included.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct SeedRange {
    pub(crate) first: u64,
    pub(crate) last: u64,
}

impl FromStr for SeedRange {
    type Err = String;

    /// `0..100` without the last, `0..=99` with it, or one seed.
    fn from_str(text: &str) -> Result<SeedRange, String> {
        let wrong = || format!("`{text}` is no range of seeds: write `0..100`");
        let seed = |text: &str| text.trim().parse::<u64>().map_err(|_| wrong());
        let (first, last) = match text.split_once("..") {
            None => (seed(text)?, seed(text)?),
            Some((first, last)) => match last.strip_prefix('=') {
                Some(last) => (seed(first)?, seed(last)?),
                None => (seed(first)?, seed(last)?.checked_sub(1).ok_or_else(wrong)?),
            },
        };
        if first > last { Err(wrong()) } else { Ok(SeedRange { first, last }) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ranges_are_read() {
        let read = |text: &str| text.parse::<SeedRange>().map(|range| (range.first, range.last));
        assert_eq!(read("0..100"), Ok((0, 99)));
        assert_eq!(read("3..=3"), Ok((3, 3)));
        assert_eq!(read("7"), Ok((7, 7)));
        for wrong in ["", "a..b", "5..5", "9..=3", "0..0", "1..2..3"] {
            assert!(read(wrong).is_err(), "{wrong}");
        }
    }
}
