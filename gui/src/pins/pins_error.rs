//! What goes wrong with the file of pins.

use std::io;
use std::path::PathBuf;

/// Why pins cannot be read or kept.
#[derive(Debug, thiserror::Error)]
pub enum PinsError {
    /// It is not known where a user's settings are.
    #[error("there is no folder for settings; name one with --config")]
    NoFolder,
    /// The file cannot be read or written.
    #[error("the certificates of servers in {} cannot be read or kept: {source}", path.display())]
    File {
        /// The file.
        path: PathBuf,
        /// What the system says.
        source: io::Error,
    },
    /// The file is not what it should be.
    #[error("the certificates of servers in {} cannot be read: {text}", path.display())]
    Content {
        /// The file.
        path: PathBuf,
        /// What is wrong.
        text: String,
    },
}
