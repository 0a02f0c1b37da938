//! What strangers do to a server while others use it, from a thread of its own.
//!
//! An attack goes on for as long as its [`Attack`] exists, at a steady rate, and holds a bounded number
//! of connections, the oldest of which make room. Left out: attacks that need more than one machine.

#[expect(clippy::module_inception, reason = "an attack is the concept and the type")]
mod attack;
mod attack_kind;
mod attacker;

pub use attack::Attack;
pub use attack_kind::AttackKind;
use attacker::Attacker;
