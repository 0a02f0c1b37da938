//! The axis of mapping and of filtering.

use serde::{Deserialize, Serialize};

/// What of the remote endpoint a behaviour depends on, RFC 4787 sections 4.1 and 5.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
#[serde(rename_all = "kebab-case")]
pub enum Dependence {
    /// Nothing: one mapping for all; all may come in.
    #[default]
    EndpointIndependent,
    /// Its address: a mapping for each address; what comes from an address that was sent to.
    AddressDependent,
    /// Its address and port.
    AddressAndPortDependent,
}

impl Dependence {
    /// All three, from the most to the least permissive.
    pub const ALL: [Dependence; 3] = [
        Dependence::EndpointIndependent,
        Dependence::AddressDependent,
        Dependence::AddressAndPortDependent,
    ];
}
