//! A port to be preserved is taken.

use serde::{Deserialize, Serialize};

/// What happens where the port to be preserved is another mapping's, RFC 4787 section 4.2.1.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
#[serde(rename_all = "kebab-case")]
pub enum PortCollision {
    /// The new mapping gets another port.
    #[default]
    Another,
    /// The new mapping takes the port over and the other one is gone: port overloading, which
    /// REQ-3 forbids and some do.
    Overload,
}
