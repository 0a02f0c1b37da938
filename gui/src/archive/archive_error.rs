//! What goes wrong with a report.

use std::io;
use std::path::PathBuf;

use zip::result::ZipError;

/// Why a report cannot be written.
#[derive(Debug, thiserror::Error)]
pub enum ArchiveError {
    /// The file cannot be made or written.
    #[error("the report cannot be written to {}: {source}", path.display())]
    File {
        /// The file.
        path: PathBuf,
        /// What the system says.
        source: io::Error,
    },
    /// The archive cannot be made.
    #[error("the report cannot be made: {0}")]
    Archive(#[from] ZipError),
    /// Something cannot be put into the archive.
    #[error("the report cannot be made: {0}")]
    Content(#[from] io::Error),
}
