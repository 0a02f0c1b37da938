//! How a server behaves.

use std::time::Duration;

use serde::{Deserialize, Serialize};

use super::StunLie;

/// How a server behaves. By default it answers truly and at once.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct StunServerParameters {
    /// Whether it never answers.
    pub is_silent: bool,
    /// Milliseconds that it takes to answer.
    pub delay_ms: u64,
    /// What is wrong with its answers, if anything.
    pub lie: Option<StunLie>,
}

impl StunServerParameters {
    /// How long it takes to answer.
    pub fn delay(&self) -> Duration {
        Duration::from_millis(self.delay_ms)
    }
}
