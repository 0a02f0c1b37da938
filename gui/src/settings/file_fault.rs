//! What goes wrong with a file that is kept.

use std::io;
use std::path::{Path, PathBuf};

/// Why a file cannot be read or kept. None of its contents is in the sentence.
#[derive(Debug, thiserror::Error)]
pub enum FileFault {
    /// The system refuses.
    #[error("{} cannot be read or written: {source}", path.display())]
    File {
        /// The file.
        path: PathBuf,
        /// What the system says.
        source: io::Error,
    },
    /// It is not what it should be.
    #[error("{} is damaged", path.display())]
    Damaged {
        /// The file.
        path: PathBuf,
    },
    /// Others than its owner could read it, and it holds a secret.
    #[error("{} could be read by others", path.display())]
    OpenToOthers {
        /// The file.
        path: PathBuf,
    },
    /// There is as much in it as it may hold.
    #[error("{} is full", path.display())]
    Full {
        /// The file.
        path: PathBuf,
    },
}

impl FileFault {
    pub(super) fn damaged(path: &Path) -> FileFault {
        FileFault::Damaged { path: path.to_owned() }
    }

    pub(super) fn file(path: &Path) -> impl Fn(io::Error) -> FileFault + '_ {
        |source| FileFault::File { path: path.to_owned(), source }
    }
}
