//! One direction of a link: a chain of models that lose, delay, damage and hold packets.
//!
//! A [`Pipe`] runs a chain of [`Model`]s in the order in which they are given. The models are plain
//! parameters; their state is the pipe's. Every stage draws from a random stream of its own, named
//! after the pipe and the stage, so that a stage that is taken out or given other parameters moves
//! no other's draws.
//!
//! Models are of two sorts. Those that draw or are aimed at chosen packets commit *faults*, which
//! are written to the ledger and can be scripted from it. The others (delay, rates and their
//! queues, the largest packet, recordings) are the nature of the link: they always do the same
//! with the same packets.
//!
//! Left out: lower layers' framing, fragmentation, ICMP.

mod address_pattern;
mod codel_law;
mod codel_queue;
mod counters;
mod delivery_queue;
mod fifo;
#[cfg(test)]
mod fixtures;
mod halt;
mod held_back;
mod kinds;
mod link_parameters;
mod loss_reason;
mod model;
mod models;
mod onward;
mod own_fields;
mod parameters_visitor;
mod pipe;
mod presets;
mod queue_depth;
mod reconfiguring;
mod selection;
mod shelf;
mod shelf_slot;
mod stage;
mod stage_script;
mod state;
#[cfg(test)]
mod tests;
mod ticket;
mod timed_pipe;
mod travel;
mod verdict;
mod walking;
mod wording;

pub use address_pattern::AddressPattern;
pub use counters::Counters;
pub use kinds::Kinds;
pub use link_parameters::LinkParameters;
pub use loss_reason::LossReason;
pub use model::Model;
pub use models::*;
pub use onward::Onward;
pub use pipe::Pipe;
pub use presets::{Preset, UnknownPreset};
pub use queue_depth::QueueDepth;
pub use selection::Selection;
pub use ticket::Ticket;
pub use timed_pipe::TimedPipe;
use verdict::Verdict;
