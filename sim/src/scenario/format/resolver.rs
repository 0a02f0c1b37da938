//! Makes plain values of templates.

use roomrtc_core::base::Seed;
use toml::{Table, Value};

use super::{Case, Choice, Decimal, ResolveError};

/// Makes plain values of templates, for one seed and one case.
#[derive(Debug)]
pub(super) struct Resolver<'a> {
    pub(super) seed: Seed,
    pub(super) case: &'a Case,
    /// Plain values by name.
    pub(super) parameters: Table,
}

impl Resolver<'_> {
    /// The plain value of the template `value`, which stands at `place`.
    pub(super) fn resolve(&self, place: &str, value: &Value) -> Result<Value, ResolveError> {
        match (Choice::of_value(value), value) {
            (Some(Choice::Each(_)), _) => match self.case.choices.get(place) {
                Some(value) => self.resolve(place, value),
                None => Err(ResolveError::OtherCase { place: place.to_owned() }),
            },
            (Some(Choice::Range(from, to)), _) => {
                self.between(place, &self.resolve(place, from)?, &self.resolve(place, to)?)
            }
            (Some(Choice::Lookup(of, is, other)), _) => {
                let found = is.get(&key_of(&self.resolve(place, of)?)).unwrap_or(other);
                self.resolve(place, found)
            }
            (Some(Choice::Any(list)), _) => self.any(place, &self.resolve_name(list)?),
            (None, Value::String(text)) if text.starts_with('$') => self.resolve_name(value),
            (None, Value::Table(table)) => self.table(place, table).map(Value::Table),
            (None, Value::Array(list)) => self.list(place, list).map(Value::Array),
            (None, plain) => Ok(plain.clone()),
        }
    }

    /// What a `"$name"` stands for; anything else for itself.
    fn resolve_name(&self, value: &Value) -> Result<Value, ResolveError> {
        let name = value.as_str().and_then(|text| text.strip_prefix('$'));
        let Some(name) = name else { return Ok(value.clone()) };
        if name.starts_with('$') {
            return Ok(Value::String(name.to_owned()));
        }
        let value = self.parameters.get(name).cloned();
        value.ok_or_else(|| unknown(name, self.parameters.keys()))
    }

    pub(super) fn table(&self, place: &str, table: &Table) -> Result<Table, ResolveError> {
        let prefix = if place.is_empty() { String::new() } else { format!("{place}.") };
        let entry = |(key, value): (&String, &Value)| {
            let value = self.resolve(&format!("{prefix}{key}"), value)?;
            Ok((key.clone(), value))
        };
        table.iter().map(entry).collect()
    }

    /// An element that was chosen to be an empty table is left out.
    fn list(&self, place: &str, list: &[Value]) -> Result<Vec<Value>, ResolveError> {
        let mut output = Vec::with_capacity(list.len());
        for (index, value) in list.iter().enumerate() {
            let is_chosen = Choice::of_value(value).is_some();
            let value = self.resolve(&format!("{place}[{index}]"), value)?;
            let is_empty = value.as_table().is_some_and(Table::is_empty);
            if !(is_chosen && is_empty) {
                output.push(value);
            }
        }
        Ok(output)
    }

    fn any(&self, place: &str, list: &Value) -> Result<Value, ResolveError> {
        let list = list.as_array().map(Vec::as_slice).unwrap_or_default();
        let index = self.seed.stream(place).below(list.len() as u64) as usize;
        match list.get(index) {
            Some(value) => self.resolve(&format!("{place}.any[{index}]"), value),
            None => Err(ResolveError::NoChoice { place: place.to_owned() }),
        }
    }

    fn between(&self, place: &str, from: &Value, to: &Value) -> Result<Value, ResolveError> {
        let drawn = || {
            let (from, to) = Decimal::of(from).zip(Decimal::of(to))?;
            let places = from.places.max(to.places);
            let (from, to) = from.rescaled(places).zip(to.rescaled(places))?;
            if from.unit != to.unit || from.count > to.count {
                return None;
            }
            let steps = to.count.abs_diff(from.count).checked_add(1)?;
            let step = self.seed.stream(place).below(steps);
            let count = from.count.checked_add_unsigned(step)?;
            Some(Decimal { count, ..from }.to_value())
        };
        drawn().ok_or_else(|| ResolveError::Range { place: place.to_owned() })
    }
}

/// The key of a table that a value stands for.
fn key_of(value: &Value) -> String {
    value.as_str().map_or_else(|| value.to_string(), str::to_owned)
}

/// The error for a name that is none of `known`.
pub(super) fn unknown<'a>(name: &str, known: impl IntoIterator<Item = &'a String>) -> ResolveError {
    let known: Vec<&str> = known.into_iter().map(String::as_str).collect();
    let known = match known.as_slice() {
        [] => "are none".to_owned(),
        [one] => format!("is `{one}`"),
        many => format!("are `{}`", many.join("`, `")),
    };
    ResolveError::UnknownParameter { name: name.to_owned(), known }
}
