//! Where forged packets say that they come from.

use std::net::SocketAddr;

use serde::{Deserialize, Serialize};

/// Where forged packets say that they come from.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum SpoofedSource {
    /// The other side of the call.
    #[default]
    Peer,
    /// Another address of the target's family for every packet.
    Random,
    /// The other side's address with another port for every packet.
    RandomPort,
    /// These in turn: of a server, of a victim, or the attacker's own.
    Addresses(Vec<SocketAddr>),
}
