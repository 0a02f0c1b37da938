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
    /// A file for what is received cannot be created.
    #[error("cannot write the {what} to {}: {source}", path.display())]
    Save {
        /// What was to be written.
        what: &'static str,
        /// The file.
        path: PathBuf,
        /// What the system says.
        source: io::Error,
    },
    /// There is no thread for it.
    #[error("cannot start a thread: {0}")]
    Thread(io::Error),
}
