//! What is going to happen in the world, in the order of time.

mod event_queue;
mod scheduled;
mod world_event;

pub use event_queue::EventQueue;
pub use world_event::WorldEvent;

use scheduled::Scheduled;
