//! The loop itself: what wakes it, what it does in a round, and what it counts.

mod command_refused;
mod command_sender;
mod commands;
mod datagrams;
mod driven;
mod event_loop;
mod local_address;
mod loop_config;
mod loop_error;
mod loop_statistics;
mod names;
mod network;
#[cfg(test)]
mod recorder;
mod streams;
mod timer;
mod tokens;

pub use command_refused::CommandRefused;
pub use command_sender::CommandSender;
pub use driven::Driven;
pub use event_loop::EventLoop;
pub use local_address::LocalAddress;
pub use loop_config::LoopConfig;
pub use loop_error::LoopError;
pub use loop_statistics::LoopStatistics;
