//! The signalling server: its hub alone, its hub with clients, and the whole over real sockets.

mod attacks;
mod hub_accounts;
mod hub_calls;
mod hub_guests;
mod hub_harness;
mod hub_limits;
mod hub_presence;
mod hub_relays;
mod hub_sessions;
mod hub_transitions;
mod interleavings;
mod memory_accounts;
mod network;
mod rogue;
mod running_server;
mod sentences;
mod sockets_abuse;
mod sockets_calls;
mod sockets_restart;
mod step;
mod test_client;
mod ways_in;
