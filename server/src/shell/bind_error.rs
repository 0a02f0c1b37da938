//! Why a server did not start.

use std::io;
use std::net::SocketAddr;

use super::CertificateFilesError;
use crate::accounts::{OpenError, PasswordHasherError, StoreError};
use crate::transport::tls::TlsError;

/// Why there is no server.
#[derive(Debug, thiserror::Error)]
pub enum BindError {
    /// Another socket listens on the address.
    #[error("cannot listen on {0}: another program uses this port")]
    PortInUse(SocketAddr),
    /// The address cannot be listened on.
    #[error("cannot listen on {address}: {source}")]
    Listen {
        /// The address.
        address: SocketAddr,
        /// What the system says.
        source: io::Error,
    },
    /// What is for the operator would be for all.
    #[error("metrics are told on a loopback address only, which {0} is not")]
    MetricsNotLoopback(SocketAddr),
    /// There is no certificate to show.
    #[error(transparent)]
    Certificate(#[from] CertificateFilesError),
    /// TLS cannot be spoken.
    #[error("cannot speak TLS: {0}")]
    Tls(#[from] TlsError),
    /// The accounts cannot be opened.
    #[error(transparent)]
    Open(#[from] OpenError),
    /// The accounts cannot be read.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// Passwords cannot be hashed.
    #[error(transparent)]
    PasswordHasher(#[from] PasswordHasherError),
    /// The system refuses what the event loop is made of.
    #[error("cannot start the event loop: {0}")]
    EventLoop(io::Error),
}

impl BindError {
    pub(super) fn listen(address: SocketAddr, source: io::Error) -> BindError {
        match source.kind() {
            io::ErrorKind::AddrInUse => BindError::PortInUse(address),
            _ => BindError::Listen { address, source },
        }
    }
}
