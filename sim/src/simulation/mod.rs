//! A whole system in virtual time: network, hosts, clients, signalling server, oracles.
//!
//! [`Simulation`] does one thing after the other, in the order of time: an event of the queue, a
//! wake-up of a client, something the server or a STUN server has to say. What a client has to say
//! is taken out at once. Nothing depends on anything but the scenario, the seed and the options.
//!
//! Left out: the shells. Sockets, files, TLS and storage are tested where they are.

mod calling;
mod happening;
mod judging;
mod measuring;
mod observing;
mod outside;
mod packets;
mod run_options;
mod sampling;
mod scratch;
mod server_side;
mod signaling_path;
#[expect(clippy::module_inception, reason = "the simulation is what the module is about")]
mod simulation;
mod stepping;

pub use run_options::RunOptions;
pub use simulation::Simulation;
#[cfg(test)]
mod tests;
