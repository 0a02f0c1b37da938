//! Why the program ended.

use std::io;
use std::path::PathBuf;

use roomrtc_core::signaling::limits::{MAX_PASSWORD, MAX_USER_NAME, MIN_PASSWORD};
use roomrtc_server::BindError;
use roomrtc_server::accounts::{BackupError, OpenError, PasswordHasherError, StoreError};

use super::log_error::LogError;
use super::settings_error::SettingsError;

/// Why the program could not go on, or what it found wrong.
#[derive(Debug, thiserror::Error)]
pub(crate) enum ProgramError {
    /// The settings cannot be used.
    #[error(transparent)]
    Settings(#[from] SettingsError),
    /// There is no log.
    #[error(transparent)]
    Log(#[from] LogError),
    /// There is no server.
    #[error(transparent)]
    Bind(#[from] BindError),
    /// There are no accounts to work on.
    #[error(transparent)]
    Open(#[from] OpenError),
    /// The accounts cannot be read or written.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// Passwords cannot be hashed.
    #[error(transparent)]
    PasswordHasher(#[from] PasswordHasherError),
    /// There is no copy.
    #[error(transparent)]
    Backup(#[from] BackupError),
    /// Signals cannot be handled.
    #[error("cannot handle signals: {0}")]
    Signals(io::Error),
    /// Nothing can be said.
    #[error("cannot write to standard output: {0}")]
    Output(io::Error),
    /// The event loop failed.
    #[error("the event loop failed: {0}")]
    EventLoop(io::Error),
    /// The password cannot be read.
    #[error("cannot read the password: {0}")]
    Password(io::Error),
    /// The password was typed in two ways.
    #[error("these are two passwords; nothing was changed")]
    PasswordsDiffer,
    /// The password is not one to register with.
    #[error("a password has at least {MIN_PASSWORD} characters and at most {MAX_PASSWORD} bytes")]
    PasswordInvalid,
    /// The name is not one to register with.
    #[error(
        "a user name has 1 to {MAX_USER_NAME} letters, digits, '.', '_' and '-', begins with a \
         letter or digit, and not as guests' names do"
    )]
    UserNameInvalid,
    /// There is a user of this name.
    #[error("there is a user {0}, or one whose name differs only in case")]
    UserNameTaken(String),
    /// There is no user of this name.
    #[error("there is no user {0}")]
    UnknownUser(String),
    /// The file to import cannot be read.
    #[error("cannot read {}: {source}", path.display())]
    Import {
        /// The file.
        path: PathBuf,
        /// What the system says.
        source: io::Error,
    },
    /// Not every line of the file was imported.
    #[error("lines skipped: {0}")]
    LinesSkipped(u64),
    /// A thread ended that should not.
    #[error("a thread has crashed")]
    Crashed,
    /// Something is wrong, and was told.
    #[error("things found wrong: {0}")]
    FoundWrong(usize),
}
