//! The signalling server of the simulated world: the real hub behind a simulated stream.
//!
//! Left out: the shell of sockets and storage. Every account exists, and every password fits.

mod server_link;
mod signaling_server;
mod simulated_accounts;

pub use signaling_server::SignalingServer;

use server_link::ServerLink;
use simulated_accounts::SimulatedAccounts;
