//! A host's interface.

use serde::{Deserialize, Serialize};

use super::interface_fields::InterfaceFields;
use crate::link::LinkParameters;
use crate::nat::NatParameters;

/// An interface of a host: its address, the NATs before it, and its two directions. In a scenario
/// `network = "wifi"` puts the models of a [`crate::link::Preset`] before what is written
/// of the two directions.
#[derive(Clone, Debug, Default, PartialEq, Deserialize, Serialize)]
#[serde(try_from = "InterfaceFields", rename_all = "kebab-case")]
pub struct InterfaceParameters {
    /// Whether its address is one of IPv6.
    pub ipv6: bool,
    /// The NATs between it and the internet, the nearest first.
    pub nats: Vec<NatParameters>,
    /// What happens to packets that the host sends, in the order of the models.
    pub up: Vec<LinkParameters>,
    /// What happens to packets on their way to the host.
    pub down: Vec<LinkParameters>,
}
