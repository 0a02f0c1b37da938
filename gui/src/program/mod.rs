//! What the headless subcommands share: scripts that say what to do, and a runner that does it.
//!
//! A [`Script`] is pure: events of clients, lines of input and time go in, [`Step`]s come out. The
//! [`Runner`] owns the clients' threads, the channel on which everything reaches the main thread,
//! and the terminal.

mod console;
mod entry;
mod failure;
mod input;
mod interrupts;
mod log;
mod media;
mod network;
mod outcome;
mod recording;
mod results;
mod runner;
mod script;
mod snapshot;
mod step;
mod trust;

pub use entry::run;
pub use failure::Failure;
pub use outcome::Outcome;
pub use runner::Runner;
pub use script::Script;
pub use step::Step;

pub(crate) use input::read_lines;
pub(crate) use media::{media_settings, own_source};
pub(crate) use network::{client_settings, first_seed, loop_config};
pub(crate) use recording::start_recording;
pub(crate) use results::Results;
pub(crate) use trust::server_trust;
