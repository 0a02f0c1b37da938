//! Decimal numbers as integers.

/// Digits behind the point.
const PLACES: usize = 9;

/// The billionths in a decimal number such as `12`, `0.5` or `1_000`; `None` for anything else, for
/// more than nine places, and for what is too large.
pub(super) fn parse(text: &str) -> Option<u128> {
    let (whole, fraction) = text.split_once('.').unwrap_or((text, ""));
    let is_number = |digits: &str| digits.chars().any(|c| c.is_ascii_digit());
    if fraction.len() > PLACES || fraction.contains('_') || !is_number(text) {
        return None;
    }
    let whole: String = whole.chars().filter(|c| *c != '_').collect();
    format!("{whole}{fraction:0<PLACES$}").parse().ok()
}

/// `base` in a unit of `factor`: exact where `factor` divides it or is a power of ten of at most
/// nine digits behind the one.
pub(super) fn text(base: u64, factor: u64) -> String {
    let (whole, rest) = (base / factor, base % factor);
    let billionths = u128::from(rest) * 1_000_000_000 / u128::from(factor);
    let fraction = format!("{billionths:0>PLACES$}");
    match fraction.trim_end_matches('0') {
        "" => whole.to_string(),
        places => format!("{whole}.{places}"),
    }
}

/// Whether this is 1, 10, 100 …, and not more than a billion.
pub(super) fn is_power_of_ten(number: u64) -> bool {
    (0..=PLACES as u32).any(|exponent| 10_u64.pow(exponent) == number)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn decimals_are_read_exactly() {
        assert_eq!(parse("0.1"), Some(100_000_000));
        assert_eq!(parse("1_000.000000001"), Some(1_000_000_000_001));
        assert_eq!(parse(".5"), Some(500_000_000));
        for wrong in ["", ".", "_", "1.2.3", "0.0000000001", "1.0_0"] {
            assert_eq!(parse(wrong), None, "{wrong}");
        }
        assert_eq!(parse(&"9".repeat(40)), None);
    }

    #[test]
    fn decimals_are_written_without_zeros() {
        assert_eq!(text(1_500, 1_000), "1.5");
        assert_eq!(text(2_000, 1_000), "2");
        assert_eq!(text(1_000_000_001, 1_000_000_000), "1.000000001");
    }
}
