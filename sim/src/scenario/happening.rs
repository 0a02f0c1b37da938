//! Something that happens.

use serde::{Deserialize, Serialize};

use super::Occurrence;
use crate::quantity::Span;

/// Something that happens at a time.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Happening {
    /// When, since the world began.
    pub at: Span,
    /// What.
    pub does: Occurrence,
}
