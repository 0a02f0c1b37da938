//! Why the program ended.

use std::io;

use roomrtc_server::BindError;

use super::log_error::LogError;

/// Why the program could not go on.
#[derive(Debug, thiserror::Error)]
pub(crate) enum ProgramError {
    /// There is no log.
    #[error(transparent)]
    Log(#[from] LogError),
    /// There is no server.
    #[error(transparent)]
    Bind(#[from] BindError),
    /// Signals cannot be handled.
    #[error("cannot handle signals: {0}")]
    Signals(io::Error),
    /// The address could not be printed.
    #[error("cannot write to standard output: {0}")]
    Output(io::Error),
    /// The event loop failed.
    #[error("the event loop failed: {0}")]
    EventLoop(io::Error),
}
