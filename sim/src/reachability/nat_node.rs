//! A translator in a topology.

use super::Place;
use crate::nat::NatParameters;

/// A translator, or a firewall, and where its outer side is attached.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NatNode {
    /// How it behaves.
    pub parameters: NatParameters,
    /// Where its outer side is attached: to a translator of a lower index, or to the internet.
    pub place: Place,
}
