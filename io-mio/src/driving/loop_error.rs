//! Why a loop cannot start.

use std::io;
use std::net::SocketAddr;

use crate::AddressError;

/// Why a loop cannot start. Once it runs, nothing of this kind ends it.
#[derive(Debug, thiserror::Error)]
pub enum LoopError {
    /// The address asked for cannot be bound.
    #[error("cannot bind UDP socket {address}: {}", reason(.source))]
    Bind {
        /// The address.
        address: SocketAddr,
        /// What the system says.
        source: io::Error,
    },
    /// The interfaces cannot be listed.
    #[error(transparent)]
    Addresses(#[from] AddressError),
    /// No poll, timer or waker: out of file descriptors or memory.
    #[error("cannot set up an event loop: {0}")]
    Poll(#[from] io::Error),
}

fn reason(error: &io::Error) -> String {
    match error.kind() {
        io::ErrorKind::AddrInUse => "the port is in use".into(),
        io::ErrorKind::AddrNotAvailable => "this machine does not have the address".into(),
        _ => error.to_string(),
    }
}
