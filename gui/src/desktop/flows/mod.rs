//! Desktops with their real clients, at the real hub, in memory: for tests.
//!
//! A [`World`] has no clock, thread or socket, either. Each [`Seat`] is a person's program: a desktop, the
//! client that carries its commands out, and media that only count frames. Clients reach the hub by streams
//! and each other by datagrams, both of which can be cut.

mod call_flows;
mod closing_flows;
mod entering_flows;
mod guest_flows;
mod lobby_flows;
mod local_flows;
mod losing_flows;
mod seat;
mod seat_effects;
mod test_accounts;
mod test_server;
mod test_session;
mod trust_flows;
mod world;

pub(crate) use seat::Seat;
pub(crate) use test_server::TestServer;
pub(crate) use world::World;

use test_accounts::TestAccounts;
use test_session::TestSession;
