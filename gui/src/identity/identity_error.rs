//! An identity that cannot be kept.

use std::io;
use std::path::PathBuf;

/// Why the certificate of this installation cannot be read or kept.
#[derive(Debug, thiserror::Error)]
pub enum IdentityError {
    /// The file cannot be read or written.
    #[error("cannot keep the certificate of this installation in {}: {source}", path.display())]
    File {
        /// The file.
        path: PathBuf,
        /// What the system says.
        source: io::Error,
    },
    /// The file holds something else. It is left as it is. What it holds is not repeated.
    #[error("{} is not the certificate of an installation", path.display())]
    Content {
        /// The file.
        path: PathBuf,
    },
}
