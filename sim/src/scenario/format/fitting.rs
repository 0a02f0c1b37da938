//! Whether another value fits a parameter.

use toml::{Table, Value};

use super::{Choice, ResolveError};
use crate::quantity::{BitRate, Quantity, Share, Size, Span};

/// The value that `text` says for the parameter `name`, whose value in the file is `default`.
///
/// # Errors
/// [`ResolveError::WrongKind`] if it is not of the kind of the default.
pub(super) fn fit(name: &str, default: &Value, text: &str) -> Result<Value, ResolveError> {
    let sample = sample(default);
    let value = match sample {
        Value::String(sample) => fitting_text(sample, text),
        Value::Integer(_) => text.parse().ok().map(Value::Integer),
        Value::Float(_) => text.parse().ok().filter(|n: &f64| n.is_finite()).map(Value::Float),
        Value::Boolean(_) => text.parse().ok().map(Value::Boolean),
        other => of_toml(text).filter(|value| value.same_type(other)),
    };
    value.ok_or_else(|| ResolveError::WrongKind {
        name: name.to_owned(),
        value: text.to_owned(),
        wanted: kind(sample),
    })
}

/// One of the values that a parameter may have.
fn sample(value: &Value) -> &Value {
    match Choice::of_value(value) {
        Some(Choice::Range(from, _)) => from,
        Some(Choice::Any(list) | Choice::Each(list)) => match list.as_array() {
            Some(list) => list.first().map_or(value, sample),
            None => sample(list),
        },
        Some(Choice::Lookup(.., other)) => other,
        None => value,
    }
}

/// A text fits a quantity if it is a quantity of the same kind; any text fits another text.
fn fitting_text(sample: &str, text: &str) -> Option<Value> {
    let mut kinds = READERS.iter().filter(|(_, reads)| is_measured(sample) && reads(sample));
    let fits = match kinds.next() {
        None => true,
        Some((_, reads)) => reads(text) || kinds.any(|(_, reads)| reads(text)),
    };
    fits.then(|| Value::String(text.to_owned()))
}

/// Whether a text is a quantity of a kind.
type Reader = fn(&str) -> bool;

/// The kinds of quantities, and whether a text is one.
const READERS: [(&str, Reader); 4] = [
    (Span::NAME, |text| Span::parse(text).is_ok()),
    (Share::NAME, |text| Share::parse(text).is_ok()),
    (BitRate::NAME, |text| BitRate::parse(text).is_ok()),
    (Size::NAME, |text| Size::parse(text).is_ok()),
];

/// Whether a text has a number and a unit.
fn is_measured(text: &str) -> bool {
    text.starts_with(|c: char| c.is_ascii_digit())
        && text.ends_with(|c: char| c.is_alphabetic() || c == '%')
}

fn of_toml(text: &str) -> Option<Value> {
    toml::from_str::<Table>(&format!("value = {text}")).ok()?.remove("value")
}

fn kind(sample: &Value) -> String {
    match sample {
        Value::String(text) => match READERS.iter().find(|(_, reads)| reads(text)) {
            Some((name, _)) if is_measured(text) => format!("{name} such as \"{text}\""),
            _ => "a text".to_owned(),
        },
        Value::Integer(_) => "an integer".to_owned(),
        Value::Float(_) => "a decimal number".to_owned(),
        Value::Boolean(_) => "true or false".to_owned(),
        Value::Array(_) => "a list in the form of TOML".to_owned(),
        Value::Table(_) => "a table in the form of TOML".to_owned(),
        Value::Datetime(_) => "a date in the form of TOML".to_owned(),
    }
}
