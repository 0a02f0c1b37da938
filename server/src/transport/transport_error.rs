//! Why the bytes of a connection lead nowhere.

use super::tls::TlsError;

/// Why nothing more can be read from a connection.
#[derive(Debug, thiserror::Error)]
pub enum TransportError {
    /// TLS is broken. The alert that says so is written.
    #[error(transparent)]
    Tls(#[from] TlsError),
}
