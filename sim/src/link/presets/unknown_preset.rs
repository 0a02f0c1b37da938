//! A name that no network has.

use super::Preset;

/// There is no network of this name.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("there is no network `{0}`: there are {known}", known = Preset::names().join(", "))]
pub struct UnknownPreset(pub String);
