//! Whether a call is to connect.

use serde::{Deserialize, Serialize};

/// Whether a call is expected to connect.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Prospect {
    /// As the independent model of the NATs says, and through the kind of pair it names.
    #[default]
    Model,
    /// It connects.
    Connects,
    /// It does not.
    Fails,
    /// It may or may not: only safety counts.
    Either,
}
