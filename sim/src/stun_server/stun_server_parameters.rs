//! How a server behaves.

use serde::{Deserialize, Serialize};

use super::StunLie;
use crate::quantity::Span;

/// How a server behaves. By default it answers truly and at once.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct StunServerParameters {
    /// Whether it never answers.
    pub is_silent: bool,
    /// How long it takes to answer.
    pub delay: Span,
    /// What is wrong with its answers, if anything.
    pub lie: Option<StunLie>,
}
