//! Network address translators by the axes of RFC 4787.
//!
//! A [`Nat`] translates packets that leave its inside ([`Nat::outbound`]) and that come to its
//! external address ([`Nat::inbound`]): mapping and filtering of any dependence (sections 4.1 and
//! 5), hairpinning with either address presented (section 6), port preservation and what happens
//! when a port is taken (section 4.2.1), parity (section 4.2.2), timeouts with outbound and, where
//! wanted, inbound refresh (section 4.3), a bounded table, and a reboot that forgets it all. Bindings
//! expire lazily, so there is no deadline. A carrier-grade NAT is one behind another.
//!
//! What may come in belongs to a mapping: a packet to an external port is compared with what was
//! sent from that very port. Endpoints that are mapped anew for another destination are filtered
//! anew.
//!
//! A firewall is the kind without translation: it filters, for either family, by what was sent from
//! the internal endpoint.
//!
//! Left out: pools of several external addresses, more than UDP, fragments, ICMP, and port mapping
//! protocols.

mod binding;
mod binding_table;
#[cfg(test)]
mod calls;
mod dependence;
mod hairpinning;
#[expect(clippy::module_inception, reason = "a NAT is the concept and the type")]
mod nat;
mod nat_drop;
mod nat_kind;
mod nat_parameters;
mod nat_parameters_visitor;
mod nat_table;
mod nat_verdict;
mod port_assignment;
mod port_collision;
mod scope;
#[cfg(test)]
mod tests;
mod unknown_nat;

pub use dependence::Dependence;
pub use hairpinning::Hairpinning;
pub use nat::Nat;
pub use nat_drop::NatDrop;
pub use nat_kind::NatKind;
pub use nat_parameters::NatParameters;
pub use nat_verdict::NatVerdict;
pub use port_assignment::PortAssignment;
pub use port_collision::PortCollision;
pub use unknown_nat::UnknownNat;
