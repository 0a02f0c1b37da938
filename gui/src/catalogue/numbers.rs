//! Numbers as a language writes them.

use fluent_bundle::FluentValue;
use fluent_bundle::types::{FluentNumber, FluentNumberOptions};

use super::Language;

/// What stands for a number that is none.
const NO_NUMBER: &str = "–";

/// From this many digits before the point, Spanish parts them in groups.
const SPANISH_GROUPS_FROM: usize = 5;

/// A number as a variable of a text, rounded to so many decimals, all of which are written.
pub fn number(value: f64, decimals: usize) -> FluentValue<'static> {
    if !value.is_finite() {
        return NO_NUMBER.into();
    }
    let rounded = format!("{value:.decimals$}").parse().unwrap_or(value);
    let options = FluentNumberOptions {
        minimum_fraction_digits: Some(decimals),
        ..FluentNumberOptions::default()
    };
    FluentValue::Number(FluentNumber::new(rounded, options))
}

/// The same value, or a dash for a number that is none, which has no plural.
pub(super) fn cleaned<'a>(value: &FluentValue<'a>) -> FluentValue<'a> {
    match value {
        FluentValue::Number(number) if !number.value.is_finite() => NO_NUMBER.into(),
        value => value.clone(),
    }
}

/// How a number is written in a language: the sign, the groups, the point and the decimals.
pub(super) fn written(language: Language, number: &FluentNumber) -> String {
    let plain = number.as_string();
    let (sign, plain) = match plain.strip_prefix('-') {
        // What was rounded to nothing has no sign.
        Some(rest) if rest.bytes().any(|byte| matches!(byte, b'1'..=b'9')) => ("−", rest),
        Some(rest) => ("", rest),
        None => ("", &*plain),
    };
    let (whole, decimals) = plain.split_once('.').unwrap_or((plain, ""));
    let (separator, groups_from, point) = match language {
        Language::English => (',', 4, '.'),
        Language::Spanish => ('\u{a0}', SPANISH_GROUPS_FROM, ','),
    };
    let mut text = String::from(sign);
    for (index, digit) in whole.chars().enumerate() {
        let left = whole.len() - index;
        if index > 0 && left.is_multiple_of(3) && whole.len() >= groups_from {
            text.push(separator);
        }
        text.push(digit);
    }
    if !decimals.is_empty() {
        text.push(point);
        text.push_str(decimals);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    fn both(value: f64, decimals: usize) -> [String; 2] {
        let FluentValue::Number(number) = number(value, decimals) else {
            panic!("{value} is a number");
        };
        Language::ALL.map(|language| written(language, &number))
    }

    #[test]
    fn point_and_groups_follow_the_language() {
        assert_eq!(both(8.25, 1), ["8.2", "8,2"]);
        assert_eq!(both(8.0, 1), ["8.0", "8,0"]);
        assert_eq!(both(1234.0, 0), ["1,234", "1234"]);
        assert_eq!(both(-1_234_567.891, 2), ["−1,234,567.89", "−1\u{a0}234\u{a0}567,89"]);
        assert_eq!(both(-0.01, 1), ["0.0", "0,0"]);
        assert_eq!(both(999.96, 1), ["1,000.0", "1000,0"]);
    }

    #[test]
    fn what_is_no_number_is_a_dash() {
        for value in [f64::NAN, f64::INFINITY] {
            assert!(matches!(number(value, 1), FluentValue::String(text) if text == NO_NUMBER));
            assert!(matches!(cleaned(&value.into()), FluentValue::String(_)));
        }
        assert!(matches!(cleaned(&1.5.into()), FluentValue::Number(_)));
    }
}
