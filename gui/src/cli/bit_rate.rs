//! A bit rate as one types it.

use std::str::FromStr;

/// Bits a second, between 10 thousand and 100 million.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct BitRate(pub u32);

impl FromStr for BitRate {
    type Err = String;

    fn from_str(text: &str) -> Result<BitRate, String> {
        let (digits, unit) = match text.as_bytes().last() {
            Some(b'k' | b'K') => (&text[..text.len() - 1], 1e3),
            Some(b'M' | b'm') => (&text[..text.len() - 1], 1e6),
            _ => (text, 1.0),
        };
        let number: f64 = digits.parse().map_err(|_| format!("`{text}` is not a bit rate"))?;
        let rate = number * unit;
        if (1e4..=1e8).contains(&rate) {
            Ok(BitRate(rate as u32))
        } else {
            Err(format!("`{text}` is not between 10k and 100M bits a second"))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn units_are_read_and_nonsense_is_not() {
        assert_eq!("800k".parse(), Ok(BitRate(800_000)));
        assert_eq!("1.5M".parse(), Ok(BitRate(1_500_000)));
        assert_eq!("250000".parse(), Ok(BitRate(250_000)));
        for text in ["9k", "101M", "k", "", "-1M", "nanM", "fast"] {
            assert!(text.parse::<BitRate>().is_err(), "{text}");
        }
    }
}
