//! Why there is no log.

use std::io;
use std::path::PathBuf;

/// The log file cannot be opened.
#[derive(Debug, thiserror::Error)]
#[error("cannot write the log file {}: {source}", path.display())]
pub(crate) struct LogError {
    pub(crate) path: PathBuf,
    pub(crate) source: io::Error,
}
