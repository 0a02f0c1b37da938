//! Attackers: hosts that make trouble without a key.
//!
//! An [`Attacker`] is parameters, a stream of randomness and what it has been told. It has one of
//! four [`Attack`]s:
//!
//! * a flood of forged packets ([`Forgery`]) of STUN, DTLS, RTP and RTCP, or of noise, at a stated
//!   rate and from a source of its choice, spoofed or not;
//! * a reflection: the same, with a victim's source, so that what answers there are hit the victim;
//!   the attacker counts what it sent and what was sent to the victim;
//! * a replay of genuine packets that it saw on their way: later, again and again, back to where
//!   they came from, from other addresses;
//! * candidates of its own, put into the signalling.
//!
//! It knows the public [`Fact`]s that it is told and that its parameters let it know: addresses,
//! user name fragments, synchronization sources. It never knows a password or a key. Everything that
//! it keeps is bounded, and it draws from its own stream, so that it disturbs no other's.
//!
//! Left out: attackers that hold packets back or change them (that is what links do), and those
//! that know a key.

mod attack;
#[expect(clippy::module_inception, reason = "an attacker is the concept and the type")]
mod attacker;
mod attacker_parameters;
mod attacker_statistics;
#[cfg(test)]
mod calls;
mod candidate_forgery;
mod fact;
mod flood;
mod forger;
mod forgery;
mod forging_dtls;
mod forging_media;
mod forging_stun;
mod knowledge;
mod reflection;
mod replay;
mod replays;
mod spoofed_source;
#[cfg(test)]
mod tests;
mod traffic;

pub use attack::Attack;
pub use attacker::Attacker;
pub use attacker_parameters::AttackerParameters;
pub use attacker_statistics::AttackerStatistics;
pub use candidate_forgery::CandidateForgery;
pub use fact::Fact;
pub use flood::Flood;
pub use forgery::Forgery;
pub use reflection::Reflection;
pub use replay::Replay;
pub use spoofed_source::SpoofedSource;
pub use traffic::Traffic;

pub use crate::scenario::Side;
