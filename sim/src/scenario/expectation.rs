//! What has to come of a scenario.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::{Bound, Prospect};
use crate::quantity::Span;

/// What has to come of a scenario beside safety, which always has to hold.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct Expectation {
    /// Whether the call connects.
    pub call: Prospect,
    /// How long after the last fault has healed the call has to be up and frames have to flow at
    /// the latest.
    pub recovers_within: Span,
    /// Bounds of figures, by their names.
    pub figures: BTreeMap<String, Bound>,
}

impl Default for Expectation {
    fn default() -> Expectation {
        Expectation {
            call: Prospect::Model,
            recovers_within: Span::millis(10_000),
            figures: BTreeMap::new(),
        }
    }
}
