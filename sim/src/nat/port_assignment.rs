//! Which external port a mapping gets.

use serde::{Deserialize, Serialize};

/// Which external port a new mapping gets, RFC 4787 section 4.2.1.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
#[serde(rename_all = "kebab-case")]
pub enum PortAssignment {
    /// One drawn at random: nobody can guess it.
    #[default]
    Random,
    /// The internal port, where it is free.
    Preserve,
}
