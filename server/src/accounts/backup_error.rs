//! Why there is no backup.

use std::io;
use std::path::PathBuf;

/// Why the accounts were not copied.
#[derive(Debug, thiserror::Error)]
pub enum BackupError {
    /// Nothing is written over.
    #[error("there is already a file {}; it was left as it is", .0.display())]
    Exists(PathBuf),
    /// The copy cannot be written.
    #[error("cannot write {}: {source}", path.display())]
    Write {
        /// The copy.
        path: PathBuf,
        /// What the system says.
        source: io::Error,
    },
    /// SQLite did not copy all of it.
    #[error("the account database was not copied: {0}")]
    Copy(#[from] rusqlite::Error),
    /// Another program kept the database from being copied.
    #[error("the account database was not copied: another program did not let go of it")]
    Busy,
    /// The copy is damaged.
    #[error("the copy is damaged: {0}")]
    Damaged(String),
}
