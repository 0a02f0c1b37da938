//! The event loop that all clients share.
//!
//! One thread, one loop, woken by sockets only. Clients are connected a few at a time: the next begins
//! when one is logged in. A client holds what it could not send yet and a message that has not arrived
//! as a whole, and a script gives it no more to send than its window.

mod channel;
mod client;
mod connection;
#[expect(clippy::module_inception, reason = "the generator is what the module is about")]
mod generator;
mod load_error;
mod order;
mod reading;

pub(crate) use channel::connect;
pub use client::Client;
pub use generator::Generator;
pub use load_error::LoadError;
pub use order::Order;
