//! The shell around the hub: sockets, the clock, workers and storage.
//!
//! One thread, one loop, woken by sockets, by workers that have finished, by the hub's next
//! deadline and by a [`ServerHandle`]. It never polls and never waits for a disk or a hash: those
//! are done by a few workers behind a bounded queue.
//!
//! One port serves everything: frames, the page and WebSocket, over TLS or not, told apart by the
//! first byte ([`crate::transport`]), and STUN over UDP. What is not TLS is taken only on a loopback
//! address, unless the settings say otherwise. Another port, on loopback, tells the operator how the
//! server is: `GET /healthz` and `GET /metrics`.
//!
//! Per turn of the loop, every connection may have a bounded number of bytes read, and those that
//! are opening, whose handshakes cost most, a bounded number of reads all together, so that none
//! keeps the others waiting. A connection is the hub's as soon as it can carry messages; until then
//! it has a few seconds, and whoever has taken longest makes room for the next. What the hub has for
//! a connection is taken only when its socket can send it; what piles up behind a socket that cannot
//! is the hub's to bound, and nothing is read from a peer that leaves too much unread.
//!
//! A server that is stopped lets nobody in, finishes what is under way on the accounts, tells
//! everyone, and is gone within a stated time.
//!
//! Left out: listening on more than one address, and changing settings other than the certificate
//! while it runs.

mod accepting;
mod admissions;
mod agenda;
mod arriving;
mod bind_error;
mod binding;
mod certificate_files;
mod certificate_files_error;
mod certificate_source;
mod changes;
mod clock;
mod closing;
mod door;
mod draining;
mod health;
#[cfg(test)]
mod health_tests;
mod inspecting;
mod link;
mod listener;
mod loop_lag;
mod metrics;
mod operations;
mod reading;
mod running;
mod server;
mod server_config;
mod server_handle;
mod store_location;
mod stun_responder;
mod workers;
mod writing;

pub use bind_error::BindError;
pub use certificate_files_error::CertificateFilesError;
pub use certificate_source::CertificateSource;
use door::Door;
pub use server::Server;
pub use server_config::ServerConfig;
pub use server_handle::ServerHandle;
pub use store_location::StoreLocation;
