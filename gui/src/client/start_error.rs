//! Why a client cannot start.

use std::io;
use std::path::PathBuf;

use roomrtc_io_mio::LoopError;

/// Why a client cannot start.
#[derive(Debug, thiserror::Error)]
pub enum StartError {
    /// Its event loop cannot be set up.
    #[error(transparent)]
    Loop(#[from] LoopError),
    /// The file for the received video cannot be created.
    #[error("cannot write the received video to {}: {source}", path.display())]
    Save {
        /// The file.
        path: PathBuf,
        /// What the system says.
        source: io::Error,
    },
    /// There is no thread for it.
    #[error("cannot start a thread: {0}")]
    Thread(io::Error),
}
