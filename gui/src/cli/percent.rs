//! A share as one types it.

use std::str::FromStr;

use roomrtc_sim::quantity::Share;

/// A share in percent: `5`, `0.5` or `5 %`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Percent(pub Share);

impl FromStr for Percent {
    type Err = String;

    fn from_str(text: &str) -> Result<Percent, String> {
        let number = text.trim().trim_end_matches('%');
        let share = format!("{number} %").parse();
        share.map(Percent).map_err(|_| format!("`{text}` is not a number of percent up to 100"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn percent_are_read_and_nonsense_is_not() {
        assert_eq!("5".parse(), Ok(Percent(Share::percent(5))));
        assert_eq!("0.5 %".parse(), Ok(Percent(Share::billionths(5_000_000))));
        for text in ["101", "-1", "many", "", "nan", "5 ppm"] {
            assert!(text.parse::<Percent>().is_err(), "{text}");
        }
    }
}
