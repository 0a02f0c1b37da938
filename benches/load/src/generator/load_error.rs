//! Why a measurement did not come to its end.

use std::io;

use crate::dialect::Misheard;

/// Why there is no figure.
#[derive(Debug, thiserror::Error)]
pub enum LoadError {
    /// The system refuses something.
    #[error("the system says: {0}")]
    System(#[from] io::Error),
    /// A client was told what it was not to be told.
    #[error("client {client}: {error}")]
    Misheard {
        /// Which client.
        client: usize,
        /// What it says.
        error: Misheard,
    },
    /// A server closed a connection.
    #[error("client {client} was disconnected")]
    Disconnected {
        /// Which client.
        client: usize,
    },
    /// It took too long.
    #[error("not done in {seconds} s: {progress}")]
    TooSlow {
        /// How long was waited.
        seconds: u64,
        /// How far it came.
        progress: String,
    },
}
