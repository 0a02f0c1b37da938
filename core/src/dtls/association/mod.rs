//! One side of an association, from its first datagram to its last.
//!
//! [`Endpoint`] is the type and what its owner calls; beside it, by concern: what is received, how
//! the handshake goes on, what is sent, time, and the end.

mod advance;
mod doubting;
mod ending;
mod endpoint;
mod inbox;
mod outbox;
mod receive;
mod suspicion;
#[cfg(test)]
mod tests;
mod timers;
mod transmit;

pub use endpoint::Endpoint;

use inbox::Inbox;
use outbox::Outbox;
use suspicion::Suspicion;
