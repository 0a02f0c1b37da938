//! Why the accounts could not be opened.

use std::io;
use std::path::PathBuf;

/// Why there is no store.
#[derive(Debug, thiserror::Error)]
pub enum OpenError {
    /// The directory does not exist and cannot be made, or is none.
    #[error("cannot make the data directory {}: {source}", path.display())]
    Directory {
        /// The directory.
        path: PathBuf,
        /// What the system says.
        source: io::Error,
    },
    /// The directory cannot be written.
    #[error("cannot write in the data directory {}: {source}", path.display())]
    Unwritable {
        /// The directory.
        path: PathBuf,
        /// What the system says.
        source: io::Error,
    },
    /// Another server uses the directory.
    #[error("the data directory {} is in use by another server", path.display())]
    InUse {
        /// The directory.
        path: PathBuf,
    },
    /// The database cannot be read or brought up to date.
    #[error("cannot open the account database {}: {source}", path.display())]
    Database {
        /// The database.
        path: PathBuf,
        /// What SQLite says.
        source: rusqlite::Error,
    },
    /// A newer server wrote the database.
    #[error(
        "the account database {} has format {found}, made by a newer server; this one knows up \
         to {known}",
        path.display()
    )]
    TooNew {
        /// The database.
        path: PathBuf,
        /// The format it has.
        found: u32,
        /// The newest format that this server knows.
        known: u32,
    },
    /// An older server wrote the database, and who opens it may not bring it up to date.
    #[error(
        "the account database {} has format {found}, made by an older server; this one knows \
         {known}: start the server once to bring it up to date",
        path.display()
    )]
    TooOld {
        /// The database.
        path: PathBuf,
        /// The format it has.
        found: u32,
        /// The format it has to have.
        known: u32,
    },
}
