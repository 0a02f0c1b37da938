//! Why nothing can run behind the window.

use std::io;

use roomrtc_io_mio::EntropyError;

use crate::client::StartError;

/// Why nothing can run behind the window.
#[derive(Debug, thiserror::Error)]
pub enum RuntimeError {
    /// The client cannot be started.
    #[error(transparent)]
    Client(#[from] StartError),
    /// The system has no randomness.
    #[error(transparent)]
    Entropy(#[from] EntropyError),
    /// There is no thread.
    #[error("cannot start a thread: {0}")]
    Thread(#[from] io::Error),
}
