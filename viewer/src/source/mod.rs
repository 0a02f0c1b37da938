//! What is looked at: a simulation or a recording, told from any moment on.
//!
//! A [`Source`] tells a [`Listener`] every event of the trace in order, media decrypted where the keys
//! are known, and the states of each host where they have changed. The same source tells the same, so
//! that the bytes of packets need not be kept: they are told again.

mod call_state;
mod heading;
mod host_state;
mod listener;
mod open_error;
mod recording_source;
mod running;
mod simulation_source;
#[expect(clippy::module_inception, reason = "the source is what the module is about")]
mod source;
#[cfg(test)]
mod tests;
mod told;

pub use call_state::CallState;
pub use heading::Heading;
pub use host_state::HostState;
pub use listener::Listener;
pub use open_error::OpenError;
pub use recording_source::RecordingSource;
pub use simulation_source::SimulationSource;
pub use source::Source;
pub use told::Told;

use running::Running;
