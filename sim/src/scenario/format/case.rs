//! One case of a scenario.

use std::collections::BTreeMap;
use std::fmt;

use toml::Value;

/// One case of a scenario: a value for each `each` in its file.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Case {
    /// Its ordinal among the cases, from 0.
    pub number: usize,
    /// The value of each `each`, by its place in the file. A parameter's place is `$name`.
    pub choices: BTreeMap<String, Value>,
}

impl fmt::Display for Case {
    /// `loss=5 %, rtt=50 ms`; nothing if the scenario has one case only.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (position, (place, value)) in self.choices.iter().enumerate() {
            let place = place.trim_start_matches('$');
            let separator = if position == 0 { "" } else { ", " };
            match value {
                Value::String(text) => write!(f, "{separator}{place}={text}")?,
                other => write!(f, "{separator}{place}={other}")?,
            }
        }
        Ok(())
    }
}
