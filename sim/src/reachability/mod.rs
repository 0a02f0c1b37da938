//! Who can reach whom: a model that knows nothing of packets, clocks and the simulated translators.
//!
//! [`predict()`] says of a [`Topology`] whether ICE (RFC 8445) without relays connects its two hosts,
//! and over which kinds of pairs. It reasons with symbols. A mapping is named by its translator, the
//! internal endpoint and as much of the destination as the mapping depends on (RFC 4787 section
//! 4.1), so that equal names are equal ports and different names are ports that nobody can guess. A
//! permission is a mapping and a remote endpoint that was sent to. Both agents send a check from
//! each base to each candidate that they know; a check that gets through is answered and makes its
//! source a peer-reflexive candidate (RFC 8445 section 7.3.1.3). It succeeds if the answer gets back
//! and comes from where the check went (section 7.2.5.2.1). Nothing is ever forgotten, so what is
//! known only grows, and the model looks until nothing new is found.
//!
//! [`predict_after_reboot`] says what is left of a connection when translators have forgotten it.
//!
//! What it assumes: ports are drawn at random; bindings outlive the connecting; checks are repeated
//! long enough; filters belong to mappings; private addresses are unique.
//!
//! Left out: relays, loopback and link-local addresses, port preservation and its luck.

mod address;
#[cfg(test)]
mod agents;
mod arrival;
mod endpoint;
mod endpoint_number;
mod host_interface;
mod internet;
mod knowledge;
mod model;
mod nat_node;
mod pair_kinds;
mod place;
mod predict;
mod predicted_pair;
mod prediction;
mod scope;
#[cfg(test)]
mod tests;
mod topology;

pub use host_interface::HostInterface;
pub use nat_node::NatNode;
pub use pair_kinds::PairKinds;
pub use place::Place;
pub use predict::{predict, predict_after_reboot};
pub use predicted_pair::PredictedPair;
pub use prediction::Prediction;
pub use topology::Topology;
