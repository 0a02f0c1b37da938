//! A part of a whole.

use super::textual::textual;
use super::{Quantity, QuantityError};

/// A probability or a part of a whole, in parts per billion. A number without a unit is the
/// fraction: `0.05` is `5 %`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Share(u32);

textual!(Share);

impl Share {
    /// Nothing.
    pub const NONE: Share = Share(0);

    /// Everything.
    pub const ALL: Share = Share(WHOLE);

    /// So many percent; everything from 100 on.
    pub const fn percent(percent: u32) -> Share {
        Share::billionths(percent.saturating_mul(WHOLE / 100))
    }

    /// So many parts of a billion; everything from a billion on.
    pub const fn billionths(parts: u32) -> Share {
        Share(if parts > WHOLE { WHOLE } else { parts })
    }

    /// How many parts of a billion it is.
    pub const fn as_billionths(self) -> u32 {
        self.0
    }

    /// Whether that which happens with this probability happens, as 32 random bits decide.
    pub const fn happens(self, bits: u32) -> bool {
        (bits as u64) * (WHOLE as u64) < (self.0 as u64) << 32
    }
}

/// The parts of everything.
const WHOLE: u32 = 1_000_000_000;

impl Quantity for Share {
    const NAME: &'static str = "a share";
    const EXAMPLE: &'static str = "5 %";
    const UNITS: &'static [(&'static str, u64)] = &[("%", 10_000_000), ("ppm", 1_000), ("ppb", 1)];
    const PLAIN: u64 = WHOLE as u64;

    fn from_base(base: u64) -> Result<Share, QuantityError> {
        match u32::try_from(base) {
            Ok(parts) if parts <= WHOLE => Ok(Share(parts)),
            _ => Err(QuantityError::range::<Share>(&format!("{base} ppb"))),
        }
    }

    fn to_base(self) -> u64 {
        u64::from(self.0)
    }

    /// In percent, however small.
    fn text(self) -> String {
        format!("{} %", super::decimal::text(self.to_base(), 10_000_000))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shares_are_percent_or_fractions() {
        for text in ["5 %", "5%", "0.05", "50000 ppm"] {
            assert_eq!(text.parse(), Ok(Share::percent(5)), "{text}");
        }
        assert_eq!(Share::from_number(0.1), Ok(Share::percent(10)));
        assert_eq!("0.0000001 %".parse(), Ok(Share::billionths(1)));
    }

    #[test]
    fn shares_are_written_in_percent() {
        for (share, text) in [(Share::ALL, "100 %"), (Share::billionths(1), "0.0000001 %")] {
            assert_eq!(share.to_string(), text);
            assert_eq!(text.parse(), Ok(share));
        }
    }

    #[test]
    fn more_than_everything_is_refused() {
        let error = "5".parse::<Share>().expect_err("500 %").to_string();
        assert_eq!(error, "`5` is out of range for a share: write it as `5 %`");
        assert!(Share::from_number(f64::NAN).is_err() && Share::from_number(-0.1).is_err());
    }

    #[test]
    fn none_never_happens_and_all_always() {
        for bits in [0, 1, u32::MAX] {
            assert!(!Share::NONE.happens(bits) && Share::ALL.happens(bits));
        }
        let half = Share::percent(50);
        assert!(half.happens((1 << 31) - 1) && !half.happens(1 << 31));
    }
}
