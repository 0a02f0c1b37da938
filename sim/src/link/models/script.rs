//! A place for scripted faults.

use serde::{Deserialize, Serialize};

/// Does nothing of its own: only what the script of a scripted run has for the stage's name.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Script {}
