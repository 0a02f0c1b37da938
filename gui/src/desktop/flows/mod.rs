//! Desktops with their real clients, at the real hub, in memory: for tests, of this crate and, with the
//! feature `testing`, of others.
//!
//! A [`World`] has no clock, thread or socket, either. Each [`Seat`] is a person's program: a desktop, the
//! client that carries its commands out, and media that only count frames. Clients reach the hub by streams
//! and each other by datagrams, both of which can be cut.

#[cfg(test)]
mod call_flows;
#[cfg(test)]
mod changed_keys;
#[cfg(test)]
mod closing_flows;
#[cfg(test)]
mod entering_flows;
#[cfg(test)]
mod guest_flows;
#[cfg(test)]
mod lobby_flows;
#[cfg(test)]
mod local_flows;
#[cfg(test)]
mod losing_flows;
mod seat;
mod seat_effects;
mod test_server;
#[cfg(test)]
mod trust_flows;
mod world;

pub use seat::Seat;
pub use test_server::TestServer;
pub use world::World;
