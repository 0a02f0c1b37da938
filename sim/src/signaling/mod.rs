//! The signalling server of the simulated world: the real hub behind a simulated stream.
//!
//! Left out: the shell of sockets and storage. An [`AccountStore`] has the accounts; with
//! [`SimulatedAccounts`] every one exists, and every password fits; [`MemoryAccounts`] does all that a
//! server's store does.

mod account_store;
mod memory_accounts;
mod memory_session;
mod server_link;
mod signaling_server;
mod simulated_accounts;

pub use account_store::AccountStore;
pub use memory_accounts::MemoryAccounts;
pub use signaling_server::SignalingServer;
pub use simulated_accounts::SimulatedAccounts;

use server_link::ServerLink;
