//! The largest packet.

use serde::{Deserialize, Serialize};

use crate::quantity::Size;

/// Packets that are too large vanish without a word, as where fragments and the ICMP messages on
/// them are dropped.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Mtu {
    /// The largest IP packet that passes, headers included.
    pub bytes: Size,
}

impl Mtu {
    /// IP packets of up to so many bytes pass.
    pub const fn bytes(bytes: u64) -> Mtu {
        Mtu { bytes: Size::bytes(bytes) }
    }
}
