//! A bad network on purpose: the simulator's link models, in real time, between a client and its
//! sockets.
//!
//! What the client sends goes through one pipe, what it receives through another. Packets that a
//! pipe holds are due at a time; the earliest is the event loop's deadline, so that nothing polls.
//! What pipes hold is bounded. Only datagrams are concerned: the connection to the signalling
//! server is as it is.

mod crossing;
#[cfg(test)]
mod echo;
mod impaired;
#[expect(clippy::module_inception, reason = "the impairment is what the module is about")]
mod impairment;

pub use crossing::Crossing;
pub use impaired::Impaired;
pub use impairment::Impairment;
