//! The shell around the hub: sockets, the clock, workers and storage.
//!
//! One thread, one loop, woken by sockets, by workers that have finished, by the hub's next
//! deadline and by a [`ServerHandle`]. It never polls and never waits for a disk or a hash: those
//! are done by a few workers behind a bounded queue.
//!
//! Per turn of the loop, every connection may have a bounded number of bytes read, so that none
//! keeps the others waiting. What the hub has for a connection is taken only when its socket can
//! send it; what piles up behind a socket that cannot is the hub's to bound.
//!
//! Left out, for later: TLS, WebSocket, heartbeats. Peers that vanish without a word are found by
//! TCP's own keep-alive, after about a minute.

mod accepting;
mod bind_error;
mod clock;
mod closing;
mod completion;
mod job;
mod link;
mod operations;
mod reading;
mod server;
mod server_config;
mod server_handle;
mod store_location;
mod worker_pool;
mod writing;

pub use bind_error::BindError;
pub use server::Server;
pub use server_config::ServerConfig;
pub use server_handle::ServerHandle;
pub use store_location::StoreLocation;
