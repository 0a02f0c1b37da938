//! A flood.

use serde::{Deserialize, Serialize};

use super::{Forgery, SpoofedSource};

/// A flood of forged packets.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct Flood {
    /// What is sent, in turn.
    pub forgeries: Vec<Forgery>,
    /// Where it says that it comes from.
    pub source: SpoofedSource,
}

impl Default for Flood {
    fn default() -> Flood {
        Flood { forgeries: vec![Forgery::Any], source: SpoofedSource::Peer }
    }
}
