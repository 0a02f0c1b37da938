//! Every `each` of a scenario, and the values it has.

use std::collections::BTreeMap;

use toml::{Table, Value};

use super::{Choice, Decimal, ResolveError, ScenarioFile};

/// The values of every `each`, by its place.
pub(super) type Axes = BTreeMap<String, Vec<Value>>;

/// Collects every `each` of a file whose parameters have the values `parameters`.
pub(super) fn collect(file: &ScenarioFile, parameters: &Table) -> Result<Axes, ResolveError> {
    let mut axes = Axes::new();
    for (name, value) in parameters {
        walk(&place_of(name), value, parameters, &mut axes)?;
    }
    for (name, value) in &file.body {
        walk(name, value, parameters, &mut axes)?;
    }
    Ok(axes)
}

/// The place of a parameter, which is none of the places in the body.
pub(super) fn place_of(parameter: &str) -> String {
    format!("${parameter}")
}

fn walk(
    place: &str,
    value: &Value,
    parameters: &Table,
    axes: &mut Axes,
) -> Result<(), ResolveError> {
    match (Choice::of_value(value), value) {
        (Some(Choice::Each(values)), _) => {
            let values = values_of(place, settled(values, parameters), parameters)?;
            axes.insert(place.to_owned(), values);
            Ok(())
        }
        (Some(Choice::Any(list)), _) => refuse_each(place, list),
        (Some(Choice::Range(..)), _) => Ok(()),
        (Some(Choice::Lookup(_, is, other)), _) => {
            is.values().try_for_each(|value| refuse_each(place, value))?;
            refuse_each(place, other)
        }
        (None, Value::Table(table)) => table
            .iter()
            .try_for_each(|(key, value)| walk(&format!("{place}.{key}"), value, parameters, axes)),
        (None, Value::Array(list)) => list
            .iter()
            .enumerate()
            .try_for_each(|(i, value)| walk(&format!("{place}[{i}]"), value, parameters, axes)),
        _ => Ok(()),
    }
}

/// The values of an `each`: those of a list, or all integers of a range.
fn values_of(place: &str, values: &Value, parameters: &Table) -> Result<Vec<Value>, ResolveError> {
    if let Some(Choice::Range(from, to)) = Choice::of_value(values) {
        return counted(place, settled(from, parameters), settled(to, parameters));
    }
    refuse_each(place, values)?;
    match values.as_array() {
        Some(list) if !list.is_empty() => Ok(list.clone()),
        _ => Err(ResolveError::NoChoice { place: place.to_owned() }),
    }
}

fn counted(place: &str, from: &Value, to: &Value) -> Result<Vec<Value>, ResolveError> {
    let error = || ResolveError::Range { place: place.to_owned() };
    let (from, to) = Decimal::of(from).zip(Decimal::of(to)).ok_or_else(error)?;
    if from.unit != to.unit || from.places + to.places > 0 || from.count > to.count {
        return Err(error());
    }
    if to.count.abs_diff(from.count) >= ScenarioFile::MOST_CASES as u64 {
        return Err(ResolveError::TooManyCases { most: ScenarioFile::MOST_CASES });
    }
    let value = |count| Decimal { count, ..from.clone() }.to_value();
    Ok((from.count..=to.count).map(value).collect())
}

/// The value that a `"$name"` stands for, if it is settled.
fn settled<'a>(value: &'a Value, parameters: &'a Table) -> &'a Value {
    let name = value.as_str().and_then(|text| text.strip_prefix('$'));
    name.and_then(|name| parameters.get(name)).unwrap_or(value)
}

/// Refuses an `each` anywhere within `value`.
fn refuse_each(place: &str, value: &Value) -> Result<(), ResolveError> {
    match (Choice::of_value(value), value) {
        (Some(Choice::Each(_)), _) => Err(ResolveError::NestedEach { place: place.to_owned() }),
        (_, Value::Table(table)) => table.values().try_for_each(|value| refuse_each(place, value)),
        (_, Value::Array(list)) => list.iter().try_for_each(|value| refuse_each(place, value)),
        _ => Ok(()),
    }
}
