//! Other values for parameters.

use std::collections::BTreeMap;

use super::OverrideError;

/// Other values for the parameters of a scenario, by name, as they were written.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Overrides(BTreeMap<String, String>);

impl Overrides {
    /// The overrides that texts such as `loss=5 %` say.
    ///
    /// # Errors
    /// [`OverrideError`] says what is wrong with the first that is none.
    pub fn parse<'a>(texts: impl IntoIterator<Item = &'a str>) -> Result<Overrides, OverrideError> {
        let mut overrides = BTreeMap::new();
        for text in texts {
            let (name, value) =
                text.split_once('=').ok_or_else(|| OverrideError::NoValue(text.to_owned()))?;
            let name = name.trim().to_owned();
            if overrides.insert(name.clone(), value.trim().to_owned()).is_some() {
                return Err(OverrideError::Twice(name));
            }
        }
        Ok(Overrides(overrides))
    }

    /// Names and values, in the order of names.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &str)> {
        self.0.iter().map(|(name, value)| (name.as_str(), value.as_str()))
    }
}
