//! A picture that could not be written.

use std::path::PathBuf;

/// A picture could not be written to a file.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("cannot write the picture {}: {reason}", path.display())]
pub struct SnapshotError {
    /// The file.
    pub path: PathBuf,
    /// What the system said.
    pub reason: String,
}
