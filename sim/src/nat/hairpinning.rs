//! Packets from the inside to the inside by way of the external address.

use serde::{Deserialize, Serialize};

/// What becomes of a packet from the inside to the external address, RFC 4787 section 6.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
#[serde(rename_all = "kebab-case")]
pub enum Hairpinning {
    /// It is dropped.
    #[default]
    None,
    /// It comes back in, from the sender's external endpoint: REQ-9.
    ExternalSource,
    /// It comes back in, from the sender's internal endpoint.
    InternalSource,
}
