//! Why a server did not start.

use std::io;

use roomrtc_server::accounts::{OpenError, PasswordHasherError};

/// Why there is no server to measure.
#[derive(Debug, thiserror::Error)]
pub enum StartError {
    /// There is no such program.
    #[error("not installed")]
    NotInstalled,
    /// Our program is not there.
    #[error("not built: cargo build --release -p roomrtc-server")]
    NotBuilt,
    /// It ended, or closed its output, before it was ready.
    #[error("{0} ended before it listened")]
    Ended(String),
    /// The system refuses something.
    #[error("the system says: {0}")]
    System(#[from] io::Error),
    /// Our accounts could not be made beforehand.
    #[error(transparent)]
    Open(#[from] OpenError),
    /// Our passwords could not be hashed beforehand.
    #[error(transparent)]
    Hash(#[from] PasswordHasherError),
    /// A user could not be made beforehand.
    #[error("user {0} could not be made")]
    User(String),
    /// No certificate could be made.
    #[error("no certificate: {0}")]
    Certificate(#[from] rcgen::Error),
    /// The certificate is not taken.
    #[error("the certificate is not taken: {0}")]
    Tls(#[from] rustls::Error),
}
