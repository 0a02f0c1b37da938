//! A scenario file.

use std::collections::BTreeMap;

use roomrtc_core::base::Seed;
use serde::de::DeserializeOwned;
use toml::{Table, Value};

use super::resolver::unknown;
use super::{Case, Choice, Overrides, ParseError, ResolveError, Resolver, axes, fitting};

/// A scenario file: a template that resolves to a plain table for each seed and case.
#[derive(Clone, Debug, PartialEq)]
pub struct ScenarioFile {
    about: String,
    seed: Option<u64>,
    parameters: Table,
    pub(super) body: Table,
}

impl ScenarioFile {
    /// The most cases of a file.
    pub const MOST_CASES: usize = 10_000;

    /// The scenario file that `text` is.
    ///
    /// # Errors
    /// [`ParseError`] says what is wrong with it.
    pub fn parse(text: &str) -> Result<ScenarioFile, ParseError> {
        let parsed = toml::from_str(text);
        let mut body: Table =
            parsed.map_err(|error: toml::de::Error| ParseError::Toml(error.to_string()))?;
        let about = match body.get("about") {
            Some(Value::String(about)) if !about.trim().is_empty() && !about.contains('\n') => {
                about.clone()
            }
            _ => return Err(ParseError::NoAbout),
        };
        let seed = match body.remove("seed") {
            Some(seed) => Some(seed_of(&seed).ok_or(ParseError::Seed)?),
            None => None,
        };
        let parameters = match body.remove("parameters") {
            Some(Value::Table(parameters)) => parameters,
            Some(_) => return Err(ParseError::Parameters),
            None => Table::new(),
        };
        match parameters.iter().find(|(_, value)| names_another(value)) {
            Some((name, _)) => Err(ParseError::NestedParameter(name.clone())),
            None => Ok(ScenarioFile { about, seed, parameters, body }),
        }
    }

    /// What the scenario tries, in a line.
    pub fn about(&self) -> &str {
        &self.about
    }

    /// The seed that it is to be run from unless another is wanted.
    pub fn seed(&self) -> Option<u64> {
        self.seed
    }

    /// The parameters and what the file says of them.
    pub fn parameters(&self) -> impl Iterator<Item = (&str, &Value)> {
        self.parameters.iter().map(|(name, value)| (name.as_str(), value))
    }

    /// Every case, in order: the last `each` varies fastest. A file without one has one case.
    ///
    /// # Errors
    /// [`ResolveError`] if an override fits no parameter, or an `each` has no values.
    pub fn cases(&self, overrides: &Overrides) -> Result<Vec<Case>, ResolveError> {
        let parameters = self.overridden(overrides)?;
        let axes = axes::collect(self, &parameters)?;
        let sizes = axes.values().map(Vec::len);
        let total = sizes.fold(1_usize, usize::saturating_mul);
        if total > ScenarioFile::MOST_CASES {
            return Err(ResolveError::TooManyCases { most: ScenarioFile::MOST_CASES });
        }
        let case = |number: usize| {
            let mut rest = number;
            let mut choices = BTreeMap::new();
            for (place, values) in axes.iter().rev() {
                choices.insert(place.clone(), values[rest % values.len()].clone());
                rest /= values.len();
            }
            Case { number, choices }
        };
        Ok((0..total).map(case).collect())
    }

    /// The plain table of a seed and a case: nothing is left to choose in it.
    ///
    /// # Errors
    /// [`ResolveError`] says what does not fit, and where.
    pub fn resolve(
        &self,
        seed: u64,
        case: &Case,
        overrides: &Overrides,
    ) -> Result<Table, ResolveError> {
        let seed = Seed::from_u64(seed).derive("scenario");
        let parameters = self.overridden(overrides)?;
        let mut resolver = Resolver { seed, case, parameters: Table::new() };
        let mut plain = Table::new();
        for (name, value) in &parameters {
            plain.insert(name.clone(), resolver.resolve(&axes::place_of(name), value)?);
        }
        resolver.parameters = plain;
        resolver.table("", &self.body)
    }

    /// As [`ScenarioFile::resolve`], deserialized.
    ///
    /// # Errors
    /// [`ResolveError`] says what does not fit, and where.
    pub fn instantiate<T: DeserializeOwned>(
        &self,
        seed: u64,
        case: &Case,
        overrides: &Overrides,
    ) -> Result<T, ResolveError> {
        let table = self.resolve(seed, case, overrides)?;
        let contents = |error: toml::de::Error| ResolveError::Contents(error.message().to_owned());
        table.try_into().map_err(contents)
    }

    /// The parameters with what overrides say of them.
    fn overridden(&self, overrides: &Overrides) -> Result<Table, ResolveError> {
        let mut parameters = self.parameters.clone();
        for (name, text) in overrides.iter() {
            let default =
                self.parameters.get(name).ok_or_else(|| unknown(name, self.parameters.keys()))?;
            parameters.insert(name.to_owned(), fitting::fit(name, default, text)?);
        }
        Ok(parameters)
    }
}

fn seed_of(value: &Value) -> Option<u64> {
    value.as_integer().and_then(|seed| u64::try_from(seed).ok())
}

/// Whether a parameter's value names a parameter.
fn names_another(value: &Value) -> bool {
    match (Choice::of_value(value), value) {
        (_, Value::String(text)) => text.starts_with('$') && !text.starts_with("$$"),
        (_, Value::Table(table)) => table.values().any(names_another),
        (_, Value::Array(list)) => list.iter().any(names_another),
        _ => false,
    }
}
