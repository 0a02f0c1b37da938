//! A length of time as one types it.

use std::str::FromStr;
use std::time::Duration;

/// A number of seconds above zero, with or without a fraction; at most a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Seconds(pub Duration);

impl Seconds {
    const MOST: f64 = 86_400.0;
}

impl FromStr for Seconds {
    type Err = String;

    fn from_str(text: &str) -> Result<Seconds, String> {
        let seconds: f64 = text.parse().map_err(|_| format!("`{text}` is not a number"))?;
        if seconds > 0.0 && seconds <= Seconds::MOST {
            Ok(Seconds(Duration::from_secs_f64(seconds)))
        } else {
            Err(format!("`{text}` is not between 0 and {}", Seconds::MOST))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fractions_are_read_and_nonsense_is_not() {
        assert_eq!("2.5".parse(), Ok(Seconds(Duration::from_millis(2_500))));
        for text in ["0", "-1", "nan", "inf", "1e9", "soon", ""] {
            assert!(text.parse::<Seconds>().is_err(), "{text}");
        }
    }
}
